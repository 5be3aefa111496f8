package org.yinxin.authority.key.sdf;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which device it is, and which of its keys are meant for authorities.
 *
 * @param library the shared library that the maker of the device supplies
 * @param keyIndexes the indexes of signing key pairs that were made with the device's own tool, in the order in which they are taken
 * @param passwordFile whose first line is the password of the private keys' access right
 */
public record SdfSettings(Path library, List<Integer> keyIndexes, Path passwordFile) {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final int MOST = 1000;

    public SdfSettings {
        if (!library.isAbsolute()) {
            throw new IllegalArgumentException(
                    "the SDF library is named by its whole path, not " + library);
        }
        keyIndexes = List.copyOf(keyIndexes);
        if (keyIndexes.isEmpty() || keyIndexes.size() > MOST) {
            throw new IllegalArgumentException("1 to 1000 indexes of keys are named");
        }
    }

    /**
     * Reads indexes like {@code 1-8, 11}.
     *
     * @throws IllegalArgumentException when they cannot be understood
     */
    public static List<Integer> indexes(String text) {
        TreeSet<Integer> indexes = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                throw new IllegalArgumentException(
                        "indexes of keys are written like 1-8, 11 and not " + text);
            }
            int from = Integer.parseInt(range.group(1));
            int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
            if (from < 1 || to < from || to - from >= MOST) {
                throw new IllegalArgumentException(
                        "indexes of keys go upwards from 1, and not %s".formatted(part.strip()));
            }
            IntStream.rangeClosed(from, to).forEach(indexes::add);
        }
        return List.copyOf(indexes);
    }
}
