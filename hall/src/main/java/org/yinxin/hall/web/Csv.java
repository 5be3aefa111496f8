package org.yinxin.hall.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Lists as CSV (RFC 4180) for spreadsheets: with a byte order mark, by which they know UTF-8, and with an apostrophe
 * before whatever they would take for a formula.
 */
public final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;

    /** Begins a file. */
    public Csv(Writer out) {
        this.out = out;
        write("\uFEFF");
    }

    public void row(String... cells) {
        write(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    /** One cell, quoted where it has to be. */
    public static String cell(String value) {
        String safe =
                !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
