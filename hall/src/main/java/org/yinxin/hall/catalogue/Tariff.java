package org.yinxin.hall.catalogue;

import java.util.Map;

/** What one line of a bill comes to. */
public sealed interface Tariff {

    /**
     * It depends on the years.
     *
     * @param amounts the amount for each number of years offered
     */
    record ByYears(Map<Integer, Money> amounts) implements Tariff {
        public ByYears {
            amounts = Map.copyOf(amounts);
        }
    }

    /**
     * It is the same for any number of years.
     *
     * @param amount once
     */
    record Flat(Money amount) implements Tariff {}

    /** The amount for so many years; nothing where the tariff does not speak of them. */
    default Money amount(int years) {
        return switch (this) {
            case ByYears(var amounts) -> amounts.getOrDefault(years, Money.ZERO);
            case Flat(var amount) -> amount;
        };
    }
}
