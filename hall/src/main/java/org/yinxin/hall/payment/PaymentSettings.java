package org.yinxin.hall.payment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of payment, {@code yinxin.hall.payment.*}.
 *
 * @param codeValidity how long a code can be paid; WeChat Pay takes two hours at most
 * @param checkEvery how often the jobs look for attempts that no call-back came for, and for refunds
 * @param overdueEvery how often the job looks for orders that were not paid in time
 * @param transfer the account that money is transferred to; where there is none, nobody can pay by transfer
 */
@ConfigurationProperties("yinxin.hall.payment")
record PaymentSettings(
        @DefaultValue("2h") Duration codeValidity,
        @DefaultValue("10s") Duration checkEvery,
        @DefaultValue("10m") Duration overdueEvery,
        @Nullable TransferAccount transfer) {

    PaymentSettings {
        if (codeValidity.compareTo(Duration.ofMinutes(1)) < 0
                || codeValidity.compareTo(Duration.ofHours(2)) > 0) {
            throw new IllegalArgumentException(
                    "yinxin.hall.payment.code-validity is one minute to two hours: "
                            + codeValidity);
        }
        if (checkEvery.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "yinxin.hall.payment.check-every is one second or more: " + checkEvery);
        }
    }
}
