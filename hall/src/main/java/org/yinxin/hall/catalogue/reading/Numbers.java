package org.yinxin.hall.catalogue.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.PaperRequirement;

/** Reads numbers. */
final class Numbers {

    private static final Pattern BYTES = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern YUAN = Pattern.compile("[0-9]{1,7}(\\.[0-9]{1,2})?");

    private Numbers() {}

    static Optional<Long> bytes(String text) {
        return Optional.of(text)
                .filter(BYTES.asMatchPredicate())
                .map(Long::valueOf)
                .filter(bytes -> bytes <= PaperRequirement.LARGEST);
    }

    static Optional<Money> yuan(String text) {
        return Optional.of(text).filter(YUAN.asMatchPredicate()).map(Money::yuan);
    }
}
