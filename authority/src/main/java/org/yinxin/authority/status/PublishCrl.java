package org.yinxin.authority.status;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.pki.crl.CrlContent;
import org.yinxin.pki.crl.CrlEntry;
import org.yinxin.pki.crl.SignedCrl;

/**
 * Answers the current CRL of an authority, and makes a new one first when the last is half over or when something was
 * revoked since.
 *
 * <p>The number and the entries are drawn in one transaction; the list is signed outside of any; one more statement
 * publishes it whole. A number that was drawn by a process that died is never used, so numbers have gaps and never go back.
 * Refuses an unknown authority.
 */
public final class PublishCrl {

    private record Drawn(Crls.Draw draw, List<CrlEntry> entries) {}

    private final CertificationAuthorities authorities;
    private final CertificateStatuses statuses;
    private final Crls crls;
    private final AuthorityKeys keys;
    private final TransactionOperations transaction;
    private final Clock clock;
    // One list at a time for each authority and node; a second asker finds the work done.
    private final Map<AuthorityCode, Object> turns = new ConcurrentHashMap<>();

    public PublishCrl(
            CertificationAuthorities authorities,
            CertificateStatuses statuses,
            Crls crls,
            AuthorityKeys keys,
            TransactionOperations transaction,
            Clock clock) {
        this.authorities = authorities;
        this.statuses = statuses;
        this.crls = crls;
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Optional<PublishedCrl> current(AuthorityCode code) {
        return authorities.find(code).map(this::current);
    }

    private PublishedCrl current(CertificationAuthority authority) {
        Optional<PublishedCrl> latest = fresh(authority);
        if (latest.isPresent()) {
            return latest.get();
        }
        synchronized (turns.computeIfAbsent(authority.code(), code -> new Object())) {
            return fresh(authority).orElseGet(() -> make(authority));
        }
    }

    private Optional<PublishedCrl> fresh(CertificationAuthority authority) {
        Instant stale = clock.instant().minus(authority.crlLifetime().dividedBy(2));
        return crls.latest(authority.code())
                .filter(crl -> crl.thisUpdate().isAfter(stale))
                .filter(crl -> crl.revocations() == crls.revocations(authority.code()));
    }

    private PublishedCrl make(CertificationAuthority authority) {
        Drawn drawn =
                Objects.requireNonNull(
                        transaction.execute(
                                status ->
                                        new Drawn(
                                                crls.draw(authority.code()),
                                                statuses.revoked(authority.code()))));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant next = now.plus(authority.crlLifetime());
        SignedCrl signed =
                SignedCrl.sign(
                        new CrlContent(
                                authority.name(),
                                authority.publicKey(),
                                drawn.draw().number(),
                                now,
                                next,
                                drawn.entries()),
                        keys.open(authority.key(), KeyPurpose.SIGN_CRLS));
        PublishedCrl crl =
                new PublishedCrl(
                        drawn.draw().number(),
                        now,
                        next,
                        drawn.draw().revocations(),
                        signed.encoded());
        transaction.executeWithoutResult(status -> crls.insert(authority.code(), crl));
        return crl;
    }
}
