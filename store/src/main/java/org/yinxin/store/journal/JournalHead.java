package org.yinxin.store.journal;

import java.util.HexFormat;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yinxin.store.postgres.Schema;

/**
 * The end of the chain. Whoever keeps one elsewhere can later show that nothing up to it was changed, not even the
 * chain's last rows, which a chain alone cannot miss.
 *
 * @param position how many entries the chain has; 0 when it has none
 * @param link the link of the last of them, in hexadecimal digits
 */
public record JournalHead(long position, String link) {

    static JournalHead none() {
        return new JournalHead(0, HexFormat.of().formatHex(ChainLink.beforeTheFirst()));
    }

    static JournalHead of(long position, byte[] link) {
        return new JournalHead(position, HexFormat.of().formatHex(link));
    }

    static JournalHead read(JdbcTemplate jdbc, Schema schema) {
        return jdbc
                .query(
                        "SELECT position, link FROM %s.journal WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1"
                                .formatted(schema.name()),
                        (row, number) -> of(row.getLong("position"), row.getBytes("link")))
                .stream()
                .findFirst()
                .orElseGet(JournalHead::none);
    }

    JournalHead next(Schema schema, JournalRow row) {
        return of(
                position + 1,
                ChainLink.of(schema, linkBytes(), position + 1, row.id(), row.entry()));
    }

    byte[] linkBytes() {
        return HexFormat.of().parseHex(link);
    }
}
