/** The page of an order, its state in the open API, and the door for the channels' call-backs. */
@NullMarked
package org.yinxin.hall.payment.web;

import org.jspecify.annotations.NullMarked;
