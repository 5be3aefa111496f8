package org.yinxin.hall.operator;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.privacy.ColumnCipher;

/**
 * Failed sign-ins. From the fifth in a row on, each locks the name for twice as long as the one before, an hour at
 * most. Names that do not exist lock the same way, so that a lock tells nothing.
 */
@Repository
class Failures {

    private static final int FREE = 4;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    Failures(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** How long this name must still wait; takes the row, so that guesses at one name go one after the other. */
    Optional<Duration> lockedFor(String name, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO operator_failure (name_digest, failures, last_at) VALUES (:name, 0, :now)
                        ON CONFLICT (name_digest) DO UPDATE SET last_at = excluded.last_at
                        """)
                .param("name", digest(name))
                .param("now", Timestamp.from(now))
                .update();
        return jdbc.sql(
                        """
                        SELECT locked_until FROM operator_failure
                        WHERE name_digest = :name AND locked_until > :now
                        """)
                .param("name", digest(name))
                .param("now", Timestamp.from(now))
                .query(
                        (row, number) ->
                                Duration.between(now, row.getTimestamp("locked_until").toInstant()))
                .optional();
    }

    void count(String name, Instant now) {
        int failures =
                jdbc.sql(
                                """
                                UPDATE operator_failure SET failures = failures + 1
                                WHERE name_digest = :name RETURNING failures
                                """)
                        .param("name", digest(name))
                        .query(Integer.class)
                        .single();
        if (failures > FREE) {
            jdbc.sql(
                            """
                            UPDATE operator_failure SET locked_until = :until WHERE name_digest = :name
                            """)
                    .param("name", digest(name))
                    .param("until", Timestamp.from(now.plus(lock(failures))))
                    .update();
        }
    }

    void clear(String name) {
        jdbc.sql("DELETE FROM operator_failure WHERE name_digest = :name")
                .param("name", digest(name))
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql("DELETE FROM operator_failure WHERE last_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static Duration lock(int failures) {
        Duration lock = FIRST.multipliedBy(1L << Math.min(failures - FREE - 1, DOUBLINGS));
        return lock.compareTo(LONGEST) > 0 ? LONGEST : lock;
    }

    private byte[] digest(String name) {
        return cipher.blindIndex("operator-name:" + name.toLowerCase(Locale.ROOT));
    }
}
