package org.yinxin.hall.review;

import java.util.Optional;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.outcome.Outcome;

/**
 * What an approving officer sets besides the approval: how long the old certificate has been over, and what that costs.
 *
 * @param months whole months since its end; 0 while it is valid
 * @param days days beyond those months
 * @param amount what is charged for it; may be nothing
 */
public record Surcharge(int months, int days, Money amount) {

    private static final int LONGEST = 9999;

    public Surcharge {
        if (months < 0 || months > LONGEST || days < 0 || days > LONGEST) {
            throw new IllegalArgumentException("not a time that has elapsed");
        }
    }

    /** Reads what was typed; a time that was left out is nothing, an amount that was left out is refused. */
    public static Outcome<Surcharge> of(String months, String days, String amount) {
        Optional<Integer> elapsedMonths = count(months);
        Optional<Integer> elapsedDays = count(days);
        String yuan = amount.replace(",", "").strip();
        return elapsedMonths.isEmpty()
                        || elapsedDays.isEmpty()
                        || !yuan.matches("\\d{1,6}(\\.\\d{1,2})?")
                ? Outcome.refused(ReviewError.NOT_A_SURCHARGE)
                : Outcome.done(
                        new Surcharge(elapsedMonths.get(), elapsedDays.get(), Money.yuan(yuan)));
    }

    private static Optional<Integer> count(String typed) {
        String plain = typed.strip();
        if (plain.isEmpty()) {
            return Optional.of(0);
        }
        return plain.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(plain)) : Optional.empty();
    }
}
