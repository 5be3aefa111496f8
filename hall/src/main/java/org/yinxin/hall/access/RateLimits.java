package org.yinxin.hall.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.hall.privacy.ColumnCipher;

/** How often something may be tried, counted in the database so that all nodes count together. */
@Component
public class RateLimits {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ColumnCipher cipher;

    RateLimits(JdbcClient jdbc, Clock clock, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.cipher = cipher;
    }

    /**
     * Takes one try out of a window of time that begins at a full multiple of its length.
     *
     * @param what the thing that is limited, such as {@code sms-code.address}
     * @param key who tries; kept only as a keyed digest
     * @return whether this try is still allowed
     */
    public boolean take(String what, String key, int atMost, Duration per) {
        Instant now = clock.instant();
        long length = per.toSeconds();
        Instant window = Instant.ofEpochSecond(now.getEpochSecond() / length * length);
        Integer taken =
                jdbc.sql(
                                """
                                INSERT INTO access_rate (what, key, starts_at, ends_at, taken)
                                VALUES (:what, :key, :starts, :ends, 1)
                                ON CONFLICT (what, key, starts_at) DO UPDATE SET taken = access_rate.taken + 1
                                RETURNING taken
                                """)
                        .param("what", what)
                        .param("key", cipher.blindIndex(what + ":" + key))
                        .param("starts", Timestamp.from(window))
                        .param("ends", Timestamp.from(window.plus(per)))
                        .query(Integer.class)
                        .single();
        return taken <= atMost;
    }

    int forgetExpired() {
        return jdbc.sql("DELETE FROM access_rate WHERE ends_at <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
