package org.yinxin.hall.code;

import java.util.Set;

/** The province in the first two digits of GB/T 2260, as far as codes carry it. */
final class Province {

    private static final Set<String> CODES =
            Set.of(
                    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35",
                    "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54",
                    "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private Province() {}

    /** 83 stands for Taiwan residents in residence permits, beside 71. */
    static boolean exists(String code) {
        return CODES.contains(code);
    }
}
