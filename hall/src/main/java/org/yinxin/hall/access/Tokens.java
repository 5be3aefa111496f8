package org.yinxin.hall.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.pki.key.Sm3;

/** The tokens of everybody who is signed in. Each method is one statement and needs no transaction of its own. */
@Component
public class Tokens {

    private static final int BYTES = 32;

    /** A token in use is written to at most this often. */
    private static final Duration SLIDE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;
    private final AccessSettings settings;
    private final Map<TokenKind, Actors> actors = new EnumMap<>(TokenKind.class);

    Tokens(
            JdbcClient jdbc,
            Clock clock,
            SecureRandom random,
            AccessSettings settings,
            List<Actors> actors) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.settings = settings;
        actors.forEach(each -> this.actors.put(each.kind(), each));
    }

    /** Makes a token for somebody who has just proved who they are. */
    public IssuedToken issue(TokenKind kind, UUID subject) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(settings.idle(kind));
        jdbc.sql(
                        """
                        INSERT INTO access_token (digest, kind, subject, created_at, last_seen_at, expires_at)
                        VALUES (:digest, :kind, :subject, :now, :now, :expires)
                        """)
                .param("digest", digest(token))
                .param("kind", kind.name())
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expiresAt))
                .update();
        return new IssuedToken(token, expiresAt);
    }

    /** Who holds this token, if it is alive; using it keeps it alive. */
    public Optional<Actor> actorOf(String token) {
        byte[] digest = digest(token);
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        SELECT kind, subject, created_at, last_seen_at FROM access_token
                        WHERE digest = :digest AND expires_at > :now
                        """)
                .param("digest", digest)
                .param("now", Timestamp.from(now))
                .query(
                        (row, number) ->
                                new Held(
                                        TokenKind.valueOf(row.getString("kind")),
                                        row.getObject("subject", UUID.class),
                                        row.getTimestamp("created_at").toInstant(),
                                        row.getTimestamp("last_seen_at").toInstant()))
                .optional()
                .flatMap(held -> use(held, digest, now));
    }

    /** Signs out: from now on the token is as if it had never been. */
    public void end(String token) {
        jdbc.sql("DELETE FROM access_token WHERE digest = :digest")
                .param("digest", digest(token))
                .update();
    }

    /** Signs somebody out everywhere. */
    public void endAll(TokenKind kind, UUID subject) {
        jdbc.sql("DELETE FROM access_token WHERE kind = :kind AND subject = :subject")
                .param("kind", kind.name())
                .param("subject", subject)
                .update();
    }

    int forgetExpired() {
        return jdbc.sql("DELETE FROM access_token WHERE expires_at <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Actor> use(Held held, byte[] digest, Instant now) {
        Actors source = actors.get(held.kind());
        Optional<Actor> actor = source == null ? Optional.empty() : source.find(held.subject());
        if (actor.isPresent() && held.lastSeenAt().plus(SLIDE).isBefore(now)) {
            slide(held, digest, now);
        }
        return actor;
    }

    private void slide(Held held, byte[] digest, Instant now) {
        Instant end = held.createdAt().plus(settings.atMost(held.kind()));
        Instant idle = now.plus(settings.idle(held.kind()));
        jdbc.sql(
                        """
                        UPDATE access_token SET last_seen_at = :now, expires_at = :expires
                        WHERE digest = :digest
                        """)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(idle.isBefore(end) ? idle : end))
                .param("digest", digest)
                .update();
    }

    // A random value of 256 bits needs no salt and no slow hash.
    private static byte[] digest(String token) {
        return Sm3.digest(token.getBytes(StandardCharsets.UTF_8));
    }

    private record Held(TokenKind kind, UUID subject, Instant createdAt, Instant lastSeenAt) {}
}
