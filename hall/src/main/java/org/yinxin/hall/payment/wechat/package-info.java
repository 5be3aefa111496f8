/**
 * WeChat Pay API v3, Native 支付, in the public-key mode (微信支付公钥模式), on WeChat's own library. The library signs,
 * verifies and decrypts; the transport under it is the JDK's, so that its OkHttp, Kotlin and Apache clients are not
 * needed, another address can stand in for the platform, and its look-up of header names by exact case does not matter.
 */
@NullMarked
package org.yinxin.hall.payment.wechat;

import org.jspecify.annotations.NullMarked;
