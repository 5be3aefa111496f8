package org.yinxin.hall.catalogue.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that plans may use where the language offers a fixed choice. */
final class Vocabulary {

    static final Set<String> PAPER_FORMATS = Set.of("jpeg", "jpg", "png", "bmp", "pdf");
    static final Set<String> PAYMENT_CHANNELS = Set.of("wechat", "transfer");

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");

    private Vocabulary() {}

    /** Names of fields, papers, reasons, sections and the like. */
    static Optional<String> name(String text) {
        return NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    static String name(Block block, String key) {
        return block.value(
                key,
                Vocabulary::name,
                "a name of letters, digits and hyphens that begins with a small letter",
                Block.MISSING);
    }

    static <E extends Enum<E>> Function<String, Optional<E>> oneOf(Class<E> type) {
        return text ->
                Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst();
    }

    static <E extends Enum<E>> String listed(Class<E> type) {
        return "one of "
                + EnumSet.allOf(type).stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** The values of a list, in their order; each text must be one of the type's. */
    static <E extends Enum<E>> List<E> values(Block block, String key, Class<E> type) {
        List<E> values = new ArrayList<>();
        for (String text : block.texts(key)) {
            oneOf(type)
                    .apply(text)
                    .ifPresentOrElse(
                            values::add,
                            () ->
                                    block.fault(
                                            key, "\"" + text + "\" is not " + listed(type) + "."));
        }
        return values;
    }

    /** The texts of a list, each of which must be one of these. */
    static List<String> texts(Block block, String key, Set<String> allowed) {
        List<String> texts = block.texts(key);
        for (String text : texts) {
            if (!allowed.contains(text)) {
                block.fault(key, "\"" + text + "\" is not known" + Nearest.hint(text, allowed));
            }
        }
        return texts;
    }
}
