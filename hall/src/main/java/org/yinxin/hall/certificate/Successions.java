package org.yinxin.hall.certificate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.pki.certificate.SerialNumber;

/** Which pair took the place of which. */
@Repository
class Successions {

    private final JdbcClient jdbc;

    Successions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The signing certificates of the pairs before and after.
     *
     * @param predecessor null when it is the first
     * @param successor the newest; null while it is the last
     */
    record Neighbours(@Nullable SerialNumber predecessor, @Nullable SerialNumber successor) {}

    void add(UUID pair, UUID predecessor, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO certificate_succession (pair, predecessor, at)
                        VALUES (:pair, :predecessor, :at) ON CONFLICT (pair) DO NOTHING
                        """)
                .param("pair", pair)
                .param("predecessor", predecessor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Neighbours of(UUID pair) {
        return new Neighbours(
                serial(
                                """
                                SELECT serial FROM certificate_succession AS succession
                                  JOIN certificate ON certificate.pair = succession.predecessor
                                 WHERE succession.pair = :pair AND use = 'SIGN'
                                """,
                                pair)
                        .orElse(null),
                serial(
                                """
                                SELECT serial FROM certificate_succession AS succession
                                  JOIN certificate ON certificate.pair = succession.pair
                                 WHERE succession.predecessor = :pair AND use = 'SIGN'
                                 ORDER BY succession.at DESC LIMIT 1
                                """,
                                pair)
                        .orElse(null));
    }

    private Optional<SerialNumber> serial(String sql, UUID pair) {
        return jdbc.sql(sql)
                .param("pair", pair)
                .query((row, _) -> SerialNumber.ofHex(row.getString("serial")))
                .optional();
    }
}
