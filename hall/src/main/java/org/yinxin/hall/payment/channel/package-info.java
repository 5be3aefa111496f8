/**
 * The port to the ways to pay. A channel knows attempts by their numbers and nothing about orders and cases. Every
 * call may be repeated with the same number. Nothing here is called inside a transaction.
 */
@NullMarked
package org.yinxin.hall.payment.channel;

import org.jspecify.annotations.NullMarked;
