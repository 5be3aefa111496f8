package org.yinxin.bench.rows;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table, in the text format of COPY. */
final class Copy implements AutoCloseable {

    private static final int BUFFERED = 1 << 16;
    private static final HexFormat HEX = HexFormat.of();

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFERED * 2);
    private boolean first = true;
    private boolean ended;

    /** Begins to fill a table: all its columns in their order, or those that are named behind it. */
    Copy(Connection connection, String table) throws SQLException {
        copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " FROM STDIN");
    }

    /** The next value of the row; none for null. */
    Copy put(@Nullable Object value) {
        if (!first) {
            buffer.append('\t');
        }
        first = false;
        switch (value) {
            case null -> buffer.append("\\N");
            case byte[] bytes -> buffer.append("\\\\x").append(HEX.formatHex(bytes));
            case Instant at -> buffer.append(at);
            default ->
                    buffer.append(
                            value.toString()
                                    .replace("\\", "\\\\")
                                    .replace("\t", "\\t")
                                    .replace("\n", "\\n"));
        }
        return this;
    }

    void endRow() throws SQLException {
        buffer.append('\n');
        first = true;
        if (buffer.length() > BUFFERED) {
            flush();
        }
    }

    /** Everything that was put is in the table. */
    void end() throws SQLException {
        flush();
        copy.endCopy();
        ended = true;
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        if (!ended) {
            copy.cancelCopy();
        }
    }
}
