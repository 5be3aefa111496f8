package org.yinxin.hall.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * How long the hall waits for a subscriber; days are dates of Asia/Shanghai, and the last one counts.
 *
 * @param draftDays how many days a draft is kept that nobody works on; null: for ever
 * @param reminderDays after how many days somebody is reminded of a return; null: never
 * @param returnedDays how many days a returned application may be corrected; null: for ever
 */
public record Patience(
        @Nullable Integer draftDays,
        @Nullable Integer reminderDays,
        @Nullable Integer returnedDays) {

    /** For ever. */
    public static final Patience ENDLESS = new Patience(null, null, null);
}
