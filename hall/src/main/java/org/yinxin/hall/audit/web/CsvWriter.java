package org.yinxin.hall.audit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yinxin.hall.audit.AuditEntry;
import org.yinxin.hall.web.Csv;

/** Writes entries as CSV (RFC 4180). Cells that a spreadsheet would take for a formula get an apostrophe. */
final class CsvWriter {

    static final String HEADER = "id,at,actor,action,subject,details,position,link\r\n";
    private final Writer out;

    CsvWriter(Writer out) {
        this.out = out;
    }

    void write(AuditEntry entry) {
        String details =
                entry.details().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("; "));
        String line =
                Stream.of(
                                Long.toString(entry.id()),
                                entry.at().toString(),
                                entry.actor(),
                                entry.action(),
                                entry.subject(),
                                details,
                                entry.position() == null ? "" : entry.position().toString(),
                                entry.link() == null ? "" : entry.link())
                        .map(CsvWriter::cell)
                        .collect(Collectors.joining(",", "", "\r\n"));
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cell(String value) {
        return Csv.cell(value);
    }
}
