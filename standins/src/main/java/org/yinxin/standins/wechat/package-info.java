/**
 * WeChat Pay API v3 (微信支付 商户平台) as a server of its own: native orders, query, close and signed notifications,
 * with the signatures, the encryption, the rules for repeated orders and the error bodies of the real one, and a
 * {@link org.yinxin.standins.wechat.Payer} that does what a customer's telephone does. A tester steers what goes
 * wrong with {@link org.yinxin.standins.wechat.Steering}.
 */
@NullMarked
package org.yinxin.standins.wechat;

import org.jspecify.annotations.NullMarked;
