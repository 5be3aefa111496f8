package org.yinxin.hall.identification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as they stand in a sentence of both languages. */
final class Moments {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(SHANGHAI);

    private Moments() {}

    static String words(Instant at) {
        return WORDS.format(at);
    }
}
