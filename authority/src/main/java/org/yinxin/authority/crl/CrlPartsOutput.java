package org.yinxin.authority.crl;

import java.io.OutputStream;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Octets on their way into rows. */
final class CrlPartsOutput extends OutputStream {

    private static final int PART = 256 * 1024;

    private final JdbcClient jdbc;
    private final PublishedCrl crl;
    private final byte[] part = new byte[PART];
    private int filled;
    private int parts;

    CrlPartsOutput(JdbcClient jdbc, PublishedCrl crl) {
        this.jdbc = jdbc;
        this.crl = crl;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        int done = 0;
        while (done < length) {
            int some = Math.min(length - done, PART - filled);
            System.arraycopy(from, offset + done, part, filled, some);
            done += some;
            filled += some;
            if (filled == PART) {
                insert();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            insert();
        }
    }

    private void insert() {
        jdbc.sql(
                        """
                        INSERT INTO crl_part (authority, number, part, octets)
                        VALUES (:authority, :number, :part, :octets)
                        """)
                .param("authority", crl.series().authority().value())
                .param("number", crl.number())
                .param("part", parts)
                .param("octets", filled == PART ? part : Arrays.copyOf(part, filled))
                .update();
        parts++;
        filled = 0;
    }
}
