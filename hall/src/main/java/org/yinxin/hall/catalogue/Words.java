package org.yinxin.hall.catalogue;

import java.util.Locale;

/**
 * A text of a plan in the two languages of the hall.
 *
 * @param zh Chinese, the original
 * @param en English
 */
public record Words(String zh, String en) {

    public Words {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text has words in both languages");
        }
    }

    /** The words for a reader of this language; Chinese unless English was asked for. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }

    @Override
    public String toString() {
        return zh;
    }
}
