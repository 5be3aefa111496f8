package org.yinxin.hall.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;

/**
 * All messages of a language in one table. A page asks for some hundred of them, and to go through the files of all packages
 * for each would take longer than what else is done for the page. Thread-safe.
 */
final class MessageTable extends AbstractMessageSource {

    private final Map<String, String> chinese;
    private final Map<String, String> english;
    private final Map<String, MessageFormat> chineseFormats = new ConcurrentHashMap<>();
    private final Map<String, MessageFormat> englishFormats = new ConcurrentHashMap<>();

    MessageTable(Map<String, String> chinese, Map<String, String> english) {
        this.chinese = chinese;
        this.english = english;
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return (isEnglish(locale) ? english : chinese).get(code);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        String words = resolveCodeWithoutArguments(code, locale);
        return words == null
                ? null
                : (isEnglish(locale) ? englishFormats : chineseFormats)
                        .computeIfAbsent(code, _ -> new MessageFormat(words, locale));
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
