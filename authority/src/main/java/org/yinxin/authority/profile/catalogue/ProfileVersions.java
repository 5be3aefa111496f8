package org.yinxin.authority.profile.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.profile.ProfileReference;
import org.yinxin.pki.key.Sm3;

/** The contents that profiles have had, each under a number that stays. */
public final class ProfileVersions {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    public ProfileVersions(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The version of a content; a new one is made for what was never kept under that name. Several nodes may ask at once. */
    int keep(String name, String content) {
        byte[] sm3 = Sm3.digest(content.getBytes(StandardCharsets.UTF_8));
        return find(name, sm3)
                .orElseGet(
                        () -> {
                            Integer version = transaction.execute(_ -> add(name, content, sm3));
                            if (version == null) {
                                throw new IllegalStateException("a transaction without an answer");
                            }
                            return version;
                        });
    }

    private int add(String name, String content, byte[] sm3) {
        // The next number is drawn by one node at a time, and the others see what it has drawn.
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 2400))")
                .param("name", name)
                .query(row -> {});
        return find(name, sm3)
                .orElseGet(
                        () ->
                                jdbc.sql(
                                                """
                                                INSERT INTO certificate_profile (name, version, sm3, content, since)
                                                SELECT :name, coalesce(max(version), 0) + 1, :sm3, :content, :now
                                                FROM certificate_profile WHERE name = :name
                                                RETURNING version
                                                """)
                                        .param("name", name)
                                        .param("sm3", sm3)
                                        .param("content", content)
                                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                        .query(Integer.class)
                                        .single());
    }

    private Optional<Integer> find(String name, byte[] sm3) {
        return jdbc.sql("SELECT version FROM certificate_profile WHERE name = :name AND sm3 = :sm3")
                .param("name", name)
                .param("sm3", sm3)
                .query(Integer.class)
                .optional();
    }

    /** What a version said. */
    Optional<String> content(ProfileReference version) {
        return jdbc.sql(
                        """
                        SELECT content FROM certificate_profile
                        WHERE name = :name AND version = :version
                        """)
                .param("name", version.name())
                .param("version", version.version())
                .query(String.class)
                .optional();
    }
}
