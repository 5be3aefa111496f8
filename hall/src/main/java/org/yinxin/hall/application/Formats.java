package org.yinxin.hall.application;

import java.util.Locale;
import org.yinxin.hall.archive.PaperFormat;

/** Names of formats of papers as people and plans write them. */
final class Formats {

    private Formats() {}

    static String name(PaperFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
