package org.yinxin.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The shortest input for each kind of answer; in a file a line each, the input in Base64 behind the answer. */
final class Corpus {

    private static final String BETWEEN = "\t";

    /** Answers that name what was sent would fill the memory. */
    private static final int MOST_ANSWERS = 5000;

    private final SortedMap<String, byte[]> byAnswer = new TreeMap<>();
    private final List<byte[]> inputs = new ArrayList<>();

    /** Takes an input, and answers whether its answer is new. */
    boolean add(String answer, byte[] input) {
        byte[] known = byAnswer.get(answer);
        boolean wanted =
                known == null ? byAnswer.size() < MOST_ANSWERS : input.length < known.length;
        if (wanted) {
            byAnswer.put(answer, input);
            inputs.add(input);
        }
        return known == null;
    }

    List<byte[]> inputs() {
        return inputs;
    }

    Map<String, byte[]> byAnswer() {
        return byAnswer;
    }

    static List<byte[]> read(@Nullable Path file) {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.substring(line.lastIndexOf(BETWEEN) + 1))
                    .map(Base64.getDecoder()::decode)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) {
        List<String> lines =
                byAnswer.entrySet().stream()
                        .map(
                                each ->
                                        each.getKey().replaceAll("\\s+", " ")
                                                + BETWEEN
                                                + Base64.getEncoder()
                                                        .encodeToString(each.getValue()))
                        .toList();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
