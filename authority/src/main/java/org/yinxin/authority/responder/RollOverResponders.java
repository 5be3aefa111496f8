package org.yinxin.authority.responder;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CertifyOwnKey;
import org.yinxin.authority.hierarchy.RenewalMoment;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.profile.ResponderProfile;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * Certifies a new responder for each authority whose last one is half over. The other half of its time is for the new key
 * to reach the computers that answer, and for caches to forget the old one.
 *
 * <p>The key is durable before anything refers to it; the certificate, its record and the journal entry follow in one
 * transaction. Cut off in between, a key file is left that nobody refers to. Of several nodes the first to commit wins.
 */
public final class RollOverResponders {

    private static final String ACTOR = "system:authority";

    /** The usual life of a responder's certificate: nobody can revoke it, so it is short. */
    public static final Duration USUAL_VALIDITY = Duration.ofDays(30);

    /** What the use case works with. */
    public record Means(
            CertificationAuthorities authorities,
            DelegatedResponderTable table,
            CertificateRegister register,
            AuthorityKeys authorityKeys,
            AuthorityKeys responderKeys,
            Journal journal,
            TransactionOperations transaction,
            SecureRandom random,
            Clock clock) {}

    private final Means means;
    private final Duration validity;

    public RollOverResponders(Means means, Duration validity) {
        this.means = means;
        this.validity = validity;
    }

    /** Answers how many were certified. */
    public int rollOver() {
        int certified = 0;
        for (CertificationAuthority authority : means.authorities().all()) {
            certified += isDue(authority.code()) && certify(authority) ? 1 : 0;
        }
        return certified;
    }

    private boolean isDue(AuthorityCode authority) {
        Instant now = means.clock().instant();
        List<DelegatedResponder> valid = means.table().valid(authority, now);
        return valid.isEmpty() || RenewalMoment.isOver(valid.getFirst().certificate(), now);
    }

    private boolean certify(CertificationAuthority authority) {
        Instant now = means.clock().instant();
        Instant end = now.plus(validity);
        Instant last = authority.certificate().tbs().notAfter();
        if (!now.isBefore(last)) {
            return false; // an authority that is over certifies nobody
        }
        KeyHandle handle =
                means.responderKeys()
                        .create(
                                authority.code().value() + "-ocsp",
                                PublicKeys.algorithmOf(authority.verificationKey()));
        SigningKey key = means.responderKeys().open(handle, KeyPurpose.SIGN_OCSP_ANSWERS);
        SignedCertificate certificate =
                sign(authority, key, new Validity(now, end.isBefore(last) ? end : last));
        DelegatedResponder responder =
                new DelegatedResponder(authority.code(), certificate, handle);
        return Boolean.TRUE.equals(means.transaction().execute(_ -> store(responder, now)));
    }

    private SignedCertificate sign(
            CertificationAuthority authority, SigningKey responder, Validity validity) {
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(responder.publicKey().getEncoded());
        return new CertifyOwnKey(means.authorityKeys(), means.random())
                .certify(
                        authority,
                        new CertifyOwnKey.Content(
                                ResponderProfile.subject(authority.name()),
                                info,
                                validity,
                                ResponderProfile.extensions(info, authority.publicKey())));
    }

    private boolean store(DelegatedResponder responder, Instant now) {
        AuthorityCode authority = responder.authority();
        means.authorities().lock(authority);
        if (!isDue(authority)) {
            return false;
        }
        means.register().insertResponder(authority, responder.certificate(), now);
        means.table().insert(responder);
        means.journal()
                .record(
                        new JournalEntry(
                                now,
                                ACTOR,
                                "responder.certified",
                                "authority:" + authority,
                                Map.of(
                                        "serial",
                                        responder.certificate().tbs().serial().hex(),
                                        "key",
                                        responder.key().value())));
        return true;
    }
}
