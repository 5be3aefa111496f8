package org.yinxin.keyagent.web;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The sentences, Chinese unless the browser would rather have English. */
final class Words {

    private static final List<Locale> KNOWN = List.of(Locale.CHINESE, Locale.ENGLISH);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Words() {}

    static String of(Refusal refusal, @Nullable String acceptLanguage) {
        return ResourceBundle.getBundle(
                        "org.yinxin.keyagent.web.messages", locale(acceptLanguage), NO_FALLBACK)
                .getString(refusal.name());
    }

    private static Locale locale(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) {
            return Locale.CHINESE;
        }
        try {
            Locale wanted = Locale.lookup(LanguageRange.parse(acceptLanguage), KNOWN);
            return wanted == null ? Locale.CHINESE : wanted;
        } catch (IllegalArgumentException e) {
            return Locale.CHINESE;
        }
    }
}
