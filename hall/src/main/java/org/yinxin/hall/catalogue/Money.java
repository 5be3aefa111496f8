package org.yinxin.hall.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in renminbi, never negative.
 *
 * @param fen the amount in 分; what payment channels count in
 */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public Money {
        if (fen < 0) {
            throw new IllegalArgumentException("an amount is not negative");
        }
    }

    /** Reads an amount in yuan with at most two decimals, such as {@code 280.00}. */
    public static Money yuan(String text) {
        try {
            BigDecimal yuan = new BigDecimal(text.strip());
            return new Money(
                    yuan.setScale(2, RoundingMode.UNNECESSARY).movePointRight(2).longValueExact());
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw new IllegalArgumentException("not an amount in yuan: " + text, unreadable);
        }
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money times(int count) {
        return new Money(Math.multiplyExact(fen, count));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** In yuan with two decimals, without the unit. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
