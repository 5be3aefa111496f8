package org.yinxin.hall.identification;

import org.yinxin.hall.catalogue.Money;

/**
 * What the plan asks for.
 *
 * @param amount how much is sent
 * @param attempts how often a memo may be wrong, and how many transfers there may be in a day
 * @param days how many days a memo is good after the day it was sent
 */
public record TransferRules(Money amount, int attempts, int days) {}
