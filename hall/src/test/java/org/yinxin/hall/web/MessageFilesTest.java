package org.yinxin.hall.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.yinxin.hall.outcome.ErrorCode;

class MessageFilesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    static List<String> baseNames() {
        return MessageFiles.baseNames();
    }

    static List<ErrorCode> codes() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.yinxin.hall")
                        .stream()
                        .filter(each -> each.isEnum() && each.isAssignableTo(ErrorCode.class))
                        .flatMap(each -> Arrays.stream(each.reflect().getEnumConstants()))
                        .map(ErrorCode.class::cast)
                        .toList();
    }

    @Test
    void the_files_of_all_packages_are_found() {
        assertThat(MessageFiles.baseNames()).contains("org/yinxin/hall/web/messages");
    }

    @ParameterizedTest
    @MethodSource("baseNames")
    void chinese_and_english_have_the_same_keys_and_no_empty_words(String base) throws IOException {
        Properties chinese = read(base + ".properties");
        Properties english = read(base + "_en.properties");
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
        assertThat(Stream.of(chinese, english).flatMap(each -> each.values().stream()))
                .allSatisfy(words -> assertThat(words.toString()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("baseNames")
    void both_languages_use_the_same_placeholders_and_escape_apostrophes(String base)
            throws IOException {
        Properties chinese = read(base + ".properties");
        Properties english = read(base + "_en.properties");
        assertThat(chinese.stringPropertyNames())
                .allSatisfy(
                        key -> {
                            String zh = chinese.getProperty(key);
                            String en = english.getProperty(key);
                            assertThat(placeholders(en)).as(key).isEqualTo(placeholders(zh));
                            if (!placeholders(en).isEmpty()) {
                                assertThat(en.replace("''", "")).as(key).doesNotContain("'");
                            }
                        });
    }

    @Test
    void no_two_packages_use_the_same_key() throws IOException {
        Map<String, String> owners = new HashMap<>();
        for (String base : MessageFiles.baseNames()) {
            for (String key : read(base + ".properties").stringPropertyNames()) {
                assertThat(owners.put(key, base)).as("also in %s: %s", base, key).isNull();
            }
        }
    }

    @Test
    void no_two_refusals_have_the_same_number() {
        assertThat(codes()).isNotEmpty().extracting(ErrorCode::number).doesNotHaveDuplicates();
    }

    @Test
    void every_refusal_has_a_sentence_in_both_languages() {
        var messages = MessageFiles.source();
        assertThat(codes())
                .allSatisfy(
                        code ->
                                assertThat(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH))
                                        .allSatisfy(
                                                locale ->
                                                        assertThat(
                                                                        messages.getMessage(
                                                                                code.messageKey(),
                                                                                null,
                                                                                "",
                                                                                locale))
                                                                .as("%s %s", code, locale)
                                                                .isNotBlank()));
    }

    private static Set<String> placeholders(String words) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(words).results().forEach(each -> found.add(each.group(1)));
        return found;
    }

    private static Properties read(String path) throws IOException {
        var properties = new Properties();
        try (var in = new ClassPathResource(path).getInputStream();
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
