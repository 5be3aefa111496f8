package org.yinxin.hall.identification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How identification is limited, {@code yinxin.identification.*}. How many attempts there are is the plan's to say.
 *
 * @param codeLives how long a code is good
 * @param resendAfter how long to wait before another is sent
 * @param codesPerNumber how many codes are sent to one number in an hour
 * @param questionsPerGate how many new tries one gate may begin in an hour: sources charge for each
 * @param blockedFor for how long nothing is tried when the attempts are used up
 * @param askAgainAfter when a source is asked again about a face or a transfer by itself
 */
@ConfigurationProperties("yinxin.identification")
public record IdentificationSettings(
        @DefaultValue("10m") Duration codeLives,
        @DefaultValue("60s") Duration resendAfter,
        @DefaultValue("8") int codesPerNumber,
        @DefaultValue("20") int questionsPerGate,
        @DefaultValue("24h") Duration blockedFor,
        @DefaultValue("20s") Duration askAgainAfter) {

    public IdentificationSettings {
        if (codesPerNumber < 1 || questionsPerGate < 1) {
            throw new IllegalArgumentException("yinxin.identification: limits are at least 1");
        }
        if (!resendAfter.isPositive()
                || !blockedFor.isPositive()
                || !askAgainAfter.isPositive()
                || resendAfter.compareTo(codeLives) > 0) {
            throw new IllegalArgumentException(
                    "yinxin.identification: times are positive, and another code can be had while one still lives");
        }
    }
}
