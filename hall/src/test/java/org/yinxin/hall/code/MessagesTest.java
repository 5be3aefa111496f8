package org.yinxin.hall.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern KEY = Pattern.compile("\"(code\\.[a-z.-]+[a-z])\"");

    @Test
    void every_message_exists_in_chinese_and_english() throws IOException {
        Properties chinese = load("messages.properties");
        Properties english = load("messages_en.properties");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/yinxin/hall/code"))) {
            for (Path file : files.toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(r -> r.group(1))
                        .forEach(used::add);
            }
        }
        used.addAll(
                Arrays.stream(DocumentKind.values())
                        .filter(kind -> kind != DocumentKind.RESIDENT_IDENTITY_CARD)
                        .map(kind -> "code.document." + kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
        assertThat(chinese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }

    private static Properties load(String name) throws IOException {
        Properties messages = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(Check.class.getResourceAsStream(name)),
                        StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
