package org.yinxin.hall.application;

import java.time.Instant;
import java.util.Map;

/**
 * What stands beside a case that was entered at the counter.
 *
 * @param visitor the visitor's name, masked
 * @param mobile masked
 * @param officer the name of the officer who received the visitor
 * @param at when
 * @param originals what an officer had in hand, by the code of the paper
 * @param submitted whether it was submitted, so that there is a receipt
 */
public record CounterSheet(
        String visitor,
        String mobile,
        String officer,
        Instant at,
        Map<String, Original> originals,
        boolean submitted) {

    public CounterSheet {
        originals = Map.copyOf(originals);
    }
}
