package org.yinxin.acceptance;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Amounts, as prices of a manual are compared with them. */
final class Fen {

    private Fen() {}

    /** Exactly, from yuan such as {@code 280.00}. */
    static int of(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).intValueExact();
    }

    /** An amount as orders tell it: {@code {"fen": 28000}}. */
    static int of(JsonNode amount) {
        return amount.path("fen").asInt();
    }
}
