package org.yinxin.authority.ceremony;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.ceremony.CeremonyOutcome.Made;
import org.yinxin.authority.ceremony.CeremonyOutcome.Refused;
import org.yinxin.authority.ceremony.Checkpoint.Step;
import org.yinxin.authority.ceremony.MakeAuthority.Description;
import org.yinxin.authority.custodian.CustodianDuty;
import org.yinxin.authority.custodian.TwoCustodians;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CrossCertificate;
import org.yinxin.authority.hierarchy.Standing;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.store.journal.JournalEntry;

/**
 * Gives an authority a new key (RFC 9810, 4.4): a new generation with the same name, policy and kind of key, whose certificate
 * lasts as long as the old one's did, but not longer than its root's; and two cross certificates, new with old and old with
 * new, which end with the first of the two that they bind together.
 *
 * <p>The key is durable before anything refers to it; everything else follows in one transaction. Cut off in between, a key
 * file is left that nobody refers to.
 *
 * <p>Refuses: an authority that is unknown, superseded already, retired or over; one whose next code is taken or too long; and whoever comes second of two who do it at once.
 */
public final class RollOverAuthority {

    private final CeremonyMeans means;
    private final MakeAuthority make;
    private final Checkpoint checkpoint;

    public RollOverAuthority(CeremonyMeans means) {
        this(means, Checkpoint.NONE);
    }

    RollOverAuthority(CeremonyMeans means, Checkpoint checkpoint) {
        this.means = means;
        this.make = means.makeAuthority();
        this.checkpoint = checkpoint;
    }

    /** What takes part. */
    private record Part(
            CertificationAuthority old,
            @Nullable CertificationAuthority root,
            AuthorityCode next) {}

    private sealed interface Look {
        record Possible(Part part) implements Look {}

        record Impossible(Refused refusal) implements Look {}
    }

    /**
     * Rolls over.
     *
     * @param code of the newest generation, so that who asks twice gets one new key and not two
     */
    public CeremonyOutcome rollOver(AuthorityCode code, TwoCustodians by) {
        Instant now = means.clock().instant();
        return switch (look(code, now)) {
            case Look.Impossible(Refused refusal) -> refusal;
            case Look.Possible(Part part) -> rollOver(part, now, by);
        };
    }

    private Look look(AuthorityCode code, Instant now) {
        Optional<CertificationAuthority> found = means.authorities().find(code);
        if (found.isEmpty()) {
            return impossible("there is no authority %s".formatted(code));
        }
        CertificationAuthority old = found.get();
        // Before the standing: who rolls over at this moment takes the code and supersedes at once.
        Optional<AuthorityCode> next = old.generation().next().code();
        boolean isTaken = next.isPresent() && means.authorities().find(next.get()).isPresent();
        switch (means.authorities().standing(old)) {
            case Standing.Superseded(AuthorityCode newest) -> {
                return impossible(
                        "%s was rolled over already: %s certifies in its place"
                                .formatted(code, newest));
            }
            case Standing.Retired _ -> {
                return impossible("%s is retired".formatted(code));
            }
            case Standing.Issuing() -> {}
        }
        if (isOver(old, now)) {
            return impossible("%s is over; nobody trusts its key any more".formatted(code));
        }
        CertificationAuthority root =
                old.parent() == null
                        ? null
                        : means.authorities().newest(old.parent()).orElseThrow();
        if (next.isEmpty() || isTaken) {
            return impossible(
                    "the code of the next generation is %s"
                            .formatted(next.isEmpty() ? "too long" : "taken: " + next.get()));
        }
        return new Look.Possible(new Part(old, root, next.get()));
    }

    private CeremonyOutcome rollOver(Part part, Instant now, TwoCustodians by) {
        CertificationAuthority old = part.old();
        CertificationAuthority root = part.root();
        KeyHandle key = make.key(part.next(), PublicKeys.algorithmOf(old.verificationKey()));
        checkpoint.reached(Step.KEYS_MADE);
        Description description =
                new Description(
                        part.next(),
                        old.generation().next(),
                        old.name(),
                        new Validity(now, end(old, root, now)),
                        old.policy(),
                        old.crlLifetime());
        CertificationAuthority next =
                root == null ? make.root(description, key) : make.issuing(description, key, root);
        TbsCertificate before = old.certificate().tbs();
        Instant first = earlier(before.notAfter(), next.certificate().tbs().notAfter());
        CrossCertificate newWithOld = make.cross(next, old, new Validity(now, first));
        CrossCertificate oldWithNew =
                make.cross(old, next, new Validity(before.notBefore(), first));
        checkpoint.reached(Step.CERTIFICATES_SIGNED);
        return Objects.requireNonNull(
                means.transaction()
                        .execute(_ -> store(part, next, newWithOld, oldWithNew, now, by)));
    }

    private CeremonyOutcome store(
            Part part,
            CertificationAuthority next,
            CrossCertificate newWithOld,
            CrossCertificate oldWithNew,
            Instant now,
            TwoCustodians by) {
        means.authorities().lockTable();
        switch (look(part.old().code(), now)) {
            case Look.Impossible(Refused refusal) -> {
                return refusal;
            }
            case Look.Possible(Part still) -> {
                if (!still.equals(part)) {
                    return new Refused("its root was rolled over meanwhile; begin again");
                }
            }
        }
        means.authorities().insert(next, now);
        AuthorityCode signer = next.parent() == null ? next.code() : next.parent();
        means.register().insertAuthority(signer, next.certificate(), now);
        for (CrossCertificate cross : List.of(newWithOld, oldWithNew)) {
            means.register().insertAuthority(cross.issuer(), cross.certificate(), now);
            means.crossCertificates().insert(cross);
        }
        checkpoint.reached(Step.AUTHORITIES_WRITTEN);
        means.journal()
                .record(
                        new JournalEntry(
                                now,
                                by.actor(CustodianDuty.AUTHORITIES),
                                "authority.rolled-over",
                                "authority:" + next.code(),
                                Map.of(
                                        "of", part.old().code().value(),
                                        "key", next.key().value(),
                                        "serial", serial(next.certificate().tbs()),
                                        "new-with-old", serial(newWithOld.certificate().tbs()),
                                        "old-with-new", serial(oldWithNew.certificate().tbs()))));
        checkpoint.reached(Step.JOURNAL_WRITTEN);
        return new Made(List.of(next));
    }

    private static Instant end(
            CertificationAuthority old, @Nullable CertificationAuthority root, Instant now) {
        OffsetDateTime from = utc(old.certificate().tbs().notBefore());
        OffsetDateTime until = utc(old.certificate().tbs().notAfter());
        Period life = Period.between(from.toLocalDate(), until.toLocalDate());
        Instant end = utc(now).plus(life).toInstant();
        return root == null ? end : earlier(end, root.certificate().tbs().notAfter());
    }

    private static boolean isOver(CertificationAuthority authority, Instant now) {
        // A certificate of less than a second could not be written.
        return !now.plusSeconds(1).isBefore(authority.certificate().tbs().notAfter());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String serial(TbsCertificate tbs) {
        return tbs.serial().hex();
    }

    private static Look impossible(String sentence) {
        return new Look.Impossible(new Refused(sentence));
    }
}
