package org.yinxin.authority.crl;

import java.io.InputStream;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Octets out of rows: each part is asked for when the one before is used up, and no connection is held in between. */
final class CrlPartsInput extends InputStream {

    private final JdbcClient jdbc;
    private final PublishedCrl crl;
    private byte[] part = new byte[0];
    private int used;
    private int next;

    CrlPartsInput(JdbcClient jdbc, PublishedCrl crl) {
        this.jdbc = jdbc;
        this.crl = crl;
    }

    @Override
    public int read() {
        return isOver() ? -1 : part[used++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isOver()) {
            return -1;
        }
        int some = Math.min(length, part.length - used);
        System.arraycopy(part, used, into, offset, some);
        used += some;
        return some;
    }

    private boolean isOver() {
        if (used < part.length) {
            return false;
        }
        Optional<byte[]> found =
                jdbc.sql(
                                """
                                SELECT octets FROM crl_part
                                WHERE authority = :authority AND number = :number AND part = :part
                                """)
                        .param("authority", crl.series().authority().value())
                        .param("number", crl.number())
                        .param("part", next)
                        .query(byte[].class)
                        .optional();
        part = found.orElseGet(() -> new byte[0]);
        used = 0;
        next++;
        return found.isEmpty();
    }
}
