package org.yinxin.hall.catalogue;

import java.util.Map;

/**
 * One line of a bill.
 *
 * @param code its name
 * @param label what is paid for
 * @param byYears the amount for each number of years offered
 */
public record PriceLine(String code, Words label, Map<Integer, Money> byYears) {

    public PriceLine {
        byYears = Map.copyOf(byYears);
    }
}
