package org.yinxin.authority.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.authority.server.AnswerTogether.Asked;
import org.yinxin.authority.status.AnswerOcsp.Reading;
import org.yinxin.authority.status.OcspReply;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * Answers that were signed before, for whoever asks the same without a nonce (RFC 5019, 2.2). Each serves until half of its
 * validity is over, or until the status of a certificate in it changes: {@link #look()} is called several times a second
 * and drops what changed. While the changes cannot be seen nothing is served for longer than {@link #BLIND}.
 *
 * <p>Answers about serials that were never issued are not kept. Safe for use by several threads.
 */
public final class SignedAhead {

    /** How long answers serve while the database does not say what changed. */
    static final Duration BLIND = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SignedAhead.class);
    private static final int BYTES_BESIDE = 400;

    private record Kept(
            OcspReply reply, AuthorityCode authority, Set<SerialNumber> serials, Instant until) {}

    private final CertificateStatuses statuses;
    private final Clock clock;
    private final Duration serving;
    private final Cache<Key, Kept> kept;
    private volatile Map<AuthorityCode, Long> changes = Map.of();
    private volatile Instant seen = Instant.MIN;

    /**
     * Keeps nothing yet.
     *
     * @param validity from an answer's thisUpdate to its nextUpdate
     * @param bytes how much memory the answers may take
     */
    public SignedAhead(CertificateStatuses statuses, Clock clock, Duration validity, long bytes) {
        this.statuses = statuses;
        this.clock = clock;
        this.serving = validity.dividedBy(2);
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .weigher(
                                (Key key, Kept one) ->
                                        key.question.length
                                                + one.reply().encoded().length
                                                + BYTES_BESIDE)
                        .build();
    }

    @Nullable OcspReply find(Asked asked) {
        Kept one = kept.getIfPresent(new Key(asked));
        if (one == null) {
            return null;
        }
        Instant now = clock.instant();
        return now.isBefore(one.until()) && now.isBefore(seen.plus(BLIND)) ? one.reply() : null;
    }

    /** How many changes of each authority's statuses were seen. */
    Map<AuthorityCode, Long> changes() {
        return changes;
    }

    /**
     * Keeps an answer.
     *
     * @param before how many changes had been seen before its statuses were looked up; null for none
     */
    void keep(Asked asked, Reading.Question question, OcspReply reply, @Nullable Long before) {
        Key key = new Key(asked);
        AuthorityCode authority = question.authority().code();
        kept.put(
                key,
                new Kept(
                        reply,
                        authority,
                        Set.copyOf(question.asked()),
                        clock.instant().plus(serving)));
        // Whoever drops what changed moves the number first: either it saw this answer, or this
        // sees the number.
        if (before == null || !before.equals(changes.get(authority))) {
            kept.invalidate(key);
        }
    }

    /** Sees what changed since the last look, and drops the answers about it. */
    public void look() {
        try {
            Map<AuthorityCode, Long> before = changes;
            Map<AuthorityCode, Long> now = statuses.changes();
            Map<AuthorityCode, Set<SerialNumber>> changed = new HashMap<>();
            now.forEach(
                    (authority, number) -> {
                        Long known = before.get(authority);
                        if (known != null && !known.equals(number)) {
                            changed.put(
                                    authority,
                                    new HashSet<>(statuses.changedAfter(authority, known)));
                        }
                    });
            changes = Map.copyOf(now);
            if (!changed.isEmpty()) {
                kept.asMap().values().removeIf(one -> isAbout(one, changed));
            }
            seen = clock.instant();
        } catch (DataAccessException e) {
            LOG.warn("changes of statuses cannot be seen: {}", e.getMessage());
        }
    }

    private static boolean isAbout(Kept one, Map<AuthorityCode, Set<SerialNumber>> changed) {
        return !Collections.disjoint(
                one.serials(), changed.getOrDefault(one.authority(), Set.of()));
    }

    /** The very octets of a question, and whom it was put to. */
    private static final class Key {

        private final AuthorityCode authority;
        private final byte[] question;
        private final int hash;

        Key(Asked asked) {
            authority = asked.authority();
            question = asked.question();
            hash = 31 * authority.hashCode() + Arrays.hashCode(question);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && authority.equals(that.authority)
                    && Arrays.equals(question, that.question);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
