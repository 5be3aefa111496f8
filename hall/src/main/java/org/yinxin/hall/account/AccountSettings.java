package org.yinxin.hall.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How signing in is limited, {@code yinxin.account.*}.
 *
 * @param codeLives how long a code is good
 * @param resendAfter how long to wait before another is sent
 * @param wrongTries after so many wrong tries a code is dead
 * @param codesPerNumber how many codes are sent to one number in an hour
 * @param triesPerAddress how many codes are asked for, and how many are tried, from one network address in an hour
 */
@ConfigurationProperties("yinxin.account")
record AccountSettings(
        @DefaultValue("5m") Duration codeLives,
        @DefaultValue("60s") Duration resendAfter,
        @DefaultValue("5") int wrongTries,
        @DefaultValue("8") int codesPerNumber,
        @DefaultValue("120") int triesPerAddress) {

    AccountSettings {
        if (wrongTries < 1 || codesPerNumber < 1 || triesPerAddress < 1) {
            throw new IllegalArgumentException("yinxin.account: limits are at least 1");
        }
        if (!resendAfter.isPositive() || resendAfter.compareTo(codeLives) > 0) {
            throw new IllegalArgumentException(
                    "yinxin.account: another code can be had while one still lives: "
                            + resendAfter
                            + " of "
                            + codeLives);
        }
    }
}
