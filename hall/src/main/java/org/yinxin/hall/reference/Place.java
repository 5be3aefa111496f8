package org.yinxin.hall.reference;

import java.time.Instant;
import java.util.Optional;

/**
 * A place in a list of cases in the order of some moment: everything up to this case has been shown.
 *
 * @param since the moment by which that case stands where it does, in whole microseconds
 * @param number that case
 */
public record Place(Instant since, CaseNumber number) {

    /** {@code 1795226400000000_2611-7K4M-9QTX}: microseconds and number. */
    public String text() {
        long micros =
                Math.addExact(
                        Math.multiplyExact(since.getEpochSecond(), 1_000_000),
                        since.getNano() / 1000);
        return micros + "_" + number;
    }

    /** Empty for anything that {@link #text()} would not write. */
    public static Optional<Place> parse(String text) {
        int line = text.indexOf('_');
        if (line < 1
                || line > 17
                || !text.substring(0, line).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long micros = Long.parseLong(text, 0, line, 10);
        Instant since = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
        return CaseNumber.parse(text.substring(line + 1)).map(number -> new Place(since, number));
    }
}
