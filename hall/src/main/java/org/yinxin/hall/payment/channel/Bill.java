package org.yinxin.hall.payment.channel;

import java.time.Instant;
import org.yinxin.hall.catalogue.Money;

/**
 * What a channel shall collect. Repeated with the same number it is the same in every field.
 *
 * @param number the attempt
 * @param description what the payer reads on the telephone
 * @param amount how much
 * @param expires when it stops being payable; whole seconds
 */
public record Bill(AttemptNumber number, String description, Money amount, Instant expires) {}
