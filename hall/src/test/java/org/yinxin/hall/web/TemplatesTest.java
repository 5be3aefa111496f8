package org.yinxin.hall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What every template keeps to, and what a browser or the template engine would only say when somebody looks. */
class TemplatesTest {

    private static final Pattern ELEMENT =
            Pattern.compile("<[a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^>\"'])*>");
    private static final Pattern INLINE =
            Pattern.compile("\\s(?:th:)?(?:style|on[a-z]+)=|hx-on|javascript:");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]");

    record Template(String name, String text) {
        Stream<String> elements() {
            return ELEMENT.matcher(text).results().map(MatchResult::group);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Template> templates() throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:org/yinxin/hall/**/*.html");
        return Arrays.stream(found).map(TemplatesTest::read).toList();
    }

    /** The content security policy forbids them, so they would do nothing. */
    @ParameterizedTest
    @MethodSource("templates")
    void has_no_inline_script_or_style(Template template) {
        assertThat(template.elements()).noneMatch(element -> INLINE.matcher(element).find());
        assertThat(template.text()).doesNotContain("<style").doesNotContain("<script>");
    }

    /** Inclusion comes first and takes the element away with its condition. */
    @ParameterizedTest
    @MethodSource("templates")
    void never_puts_a_condition_on_the_element_that_is_replaced(Template template) {
        assertThat(template.elements())
                .noneMatch(
                        element ->
                                element.contains("th:replace=")
                                        && (element.contains("th:if=")
                                                || element.contains("th:unless=")
                                                || element.contains("th:with=")));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void says_only_words_that_there_are_in_both_languages(Template template) {
        var messages = MessageFiles.source();
        assertThat(KEY.matcher(template.text()).results().map(match -> match.group(1)))
                .allSatisfy(
                        key -> {
                            assertThat(messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE))
                                    .isNotBlank();
                            assertThat(messages.getMessage(key, null, Locale.ENGLISH)).isNotBlank();
                        });
    }

    private static Template read(Resource file) {
        try {
            String url = file.getURL().toString();
            return new Template(
                    url.substring(url.indexOf("org/yinxin/hall/")),
                    file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
