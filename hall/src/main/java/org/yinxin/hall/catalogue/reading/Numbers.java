package org.yinxin.hall.catalogue.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.PaperRequirement;

/** Reads numbers. */
final class Numbers {

    private static final Pattern BYTES = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern YUAN = Pattern.compile("[0-9]{1,7}(\\.[0-9]{1,2})?");

    private Numbers() {}

    static Optional<Long> bytes(String text) {
        return Optional.of(text)
                .filter(BYTES.asMatchPredicate())
                .map(Long::valueOf)
                .filter(bytes -> bytes <= PaperRequirement.LARGEST);
    }

    static Optional<Integer> count(String text) {
        return Optional.of(text).filter(COUNT.asMatchPredicate()).map(Integer::valueOf);
    }

    /** A number of days from 1 on; null where the key is not there. */
    static @Nullable Integer optionalDays(Block block, String key) {
        return block.has(key)
                ? block.value(key, Numbers::count, "a number of days from 1 to 9999", 1)
                : null;
    }

    /** The same, or a mapping of {@code days}, which can say that the number is assumed. */
    static @Nullable Integer optionalTerm(Block block, String key) {
        return block.isMapping(key)
                ? block.block(key).map(Numbers::term).orElse(null)
                : optionalDays(block, key);
    }

    private static @Nullable Integer term(Block term) {
        Integer days = term.value("days", Numbers::count, "a number of days from 1 to 9999", 1);
        term.end();
        return days;
    }

    /** A number from 1 on, or the usual one where the key is not there. */
    static int count(Block block, String key, int usual) {
        return block.has(key)
                ? block.value(key, Numbers::count, "a number from 1 to 9999", usual)
                : usual;
    }

    static Optional<Money> yuan(String text) {
        return Optional.of(text).filter(YUAN.asMatchPredicate()).map(Money::yuan);
    }
}
