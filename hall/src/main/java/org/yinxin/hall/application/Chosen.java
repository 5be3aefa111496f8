package org.yinxin.hall.application;

import org.jspecify.annotations.Nullable;

/**
 * The certificate that somebody wants a business done about, and what was answered before.
 *
 * @param serial of either half of the pair
 * @param bidsUnopened whether bids made with it are still unopened; null when that was not answered
 * @param warningAccepted whether the warning about such bids was accepted
 */
public record Chosen(String serial, @Nullable Boolean bidsUnopened, boolean warningAccepted) {}
