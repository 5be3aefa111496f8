package org.yinxin.hall.payment;

import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;

/**
 * One thing an order charges for.
 *
 * @param label what it is, as the payer reads it
 * @param amount what it costs
 */
public record OrderLine(Words label, Money amount) {}
