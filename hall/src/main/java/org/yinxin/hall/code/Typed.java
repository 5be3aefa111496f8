package org.yinxin.hall.code;

/** What somebody typed or pasted, brought to one spelling. */
final class Typed {

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private Typed() {}

    /** Half-width, without white space and invisible characters; case and hyphens stay. */
    static String compact(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        text.codePoints()
                .filter(Typed::isVisible)
                .map(Typed::halfWidth)
                .forEach(compact::appendCodePoint);
        return compact.toString();
    }

    /** As {@link #compact}, with a to z in upper case. Other scripts' letters stay as they are, to be refused. */
    static String upper(String text) {
        StringBuilder upper = new StringBuilder(text.length());
        compact(text)
                .codePoints()
                .map(c -> c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c)
                .forEach(upper::appendCodePoint);
        return upper.toString();
    }

    /** As {@link #upper}, without hyphens and dashes. */
    static String bare(String text) {
        return upper(text).replaceAll("\\p{Pd}", "");
    }

    private static boolean isVisible(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.CONTROL;
    }

    private static int halfWidth(int c) {
        return c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? c - FULL_WIDTH_OFFSET : c;
    }
}
