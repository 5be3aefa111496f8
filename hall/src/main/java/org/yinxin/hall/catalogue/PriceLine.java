package org.yinxin.hall.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bill.
 *
 * @param code its name
 * @param label what is paid for
 * @param tariff what it comes to
 * @param when who pays it; null for everybody
 * @param times the name of the field of type COUNT that says how often it is due; null for once
 */
public record PriceLine(
        String code, Words label, Tariff tariff, @Nullable Condition when, @Nullable String times) {

    /** What it comes to for so many years and these answers; nothing for whom it does not concern. */
    public Money amount(int years, Map<String, String> answers) {
        if (when != null && !when.holds(answers)) {
            return Money.ZERO;
        }
        return tariff.amount(years).times(times == null ? 1 : count(answers.get(times)));
    }

    private static int count(@Nullable String answer) {
        return answer == null || !answer.matches("[0-9]{1,3}") ? 0 : Integer.parseInt(answer);
    }
}
