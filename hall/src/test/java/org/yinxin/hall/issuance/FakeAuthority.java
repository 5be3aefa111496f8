package org.yinxin.hall.issuance;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.Authority;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.authority.RevocationOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.StatusChangeId;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.key.BouncyCastle;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.SigningRequests;

/** An authority in memory that keeps the contract of the real one, and crashes where a test wants it to. */
public final class FakeAuthority implements Authority {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant CHANGED = Instant.parse("2026-12-01T02:03:04Z");

    private final KeyPair key = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
    private final Map<PairOrderId, PairOrder> orders = new HashMap<>();
    private final Map<PairOrderId, IssuedPair> pairs = new HashMap<>();
    private final Map<SerialNumber, CertificateStatus> statuses = new HashMap<>();
    private final Map<StatusChangeId, PairStatusOutcome> changes = new HashMap<>();
    private final Set<PublicKey> certified = new HashSet<>();
    private int asked;

    final Crashes crashes = new Crashes();
    @Nullable IssuanceRefusal refusal;

    /** What it says when it makes no change; null when it makes it. */
    public @Nullable String denial;

    @Nullable SubjectName otherSubject;

    int issued() {
        return pairs.size();
    }

    @Override
    public IssuanceOutcome issuePair(PairOrder order) {
        crashes.before();
        if (refusal != null) {
            return new IssuanceOutcome.Refused(refusal, "as the test wants");
        }
        PairOrder known = orders.get(order.id());
        if (known != null && !same(known, order)) {
            return new IssuanceOutcome.Refused(IssuanceRefusal.ORDER_MISMATCH, "another order");
        }
        IssuedPair pair = pairs.get(order.id());
        if (pair == null) {
            PublicKey signing = keyOf(order);
            if (!certified.add(signing) || !certified.add(order.encryptionKey())) {
                return new IssuanceOutcome.Refused(
                        IssuanceRefusal.KEY_ALREADY_CERTIFIED, "the key has a certificate");
            }
            pair = issue(order, signing);
            orders.put(order.id(), order);
            pairs.put(order.id(), pair);
        }
        crashes.after();
        return new IssuanceOutcome.Issued(pair);
    }

    /** What was ordered under that id. */
    PairOrder ordered(PairOrderId id) {
        return Objects.requireNonNull(orders.get(id));
    }

    private static boolean same(PairOrder one, PairOrder two) {
        return one.kind() == two.kind()
                && one.subject().equals(two.subject())
                && one.notBefore().equals(two.notBefore())
                && one.notAfter().equals(two.notAfter())
                && Arrays.equals(one.signingRequest(), two.signingRequest())
                && one.encryptionKey().equals(two.encryptionKey());
    }

    private IssuedPair issue(PairOrder order, PublicKey signing) {
        SerialNumber sign = SerialNumber.random(RANDOM);
        SerialNumber encryption = SerialNumber.random(RANDOM);
        statuses.put(sign, new CertificateStatus.Good());
        statuses.put(encryption, new CertificateStatus.Good());
        int encrypting =
                KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement;
        return new IssuedPair(
                order.id(),
                order.authority(),
                sign,
                certificate(
                        order, sign, signing, KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
                encryption,
                certificate(order, encryption, order.encryptionKey(), encrypting),
                List.of(new byte[] {1}, new byte[] {2}));
    }

    private byte[] certificate(
            PairOrder order, SerialNumber serial, PublicKey subjectKey, int usage) {
        SubjectName subject = otherSubject == null ? order.subject() : otherSubject;
        try {
            return new X509v3CertificateBuilder(
                            new X500Name("CN=authority"),
                            serial.value(),
                            Date.from(order.notBefore()),
                            Date.from(order.notAfter()),
                            subject.toX500Name(),
                            SubjectPublicKeyInfo.getInstance(subjectKey.getEncoded()))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                    .build(
                            new JcaContentSignerBuilder("SM3withSM2")
                                    .setProvider(BouncyCastle.PROVIDER)
                                    .build(key.getPrivate()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    private static PublicKey keyOf(PairOrder order) {
        return switch (SigningRequests.parse(order.signingRequest())) {
            case ParsedRequest.Accepted(var request) -> request.publicKey();
            case ParsedRequest.Rejected(var fault) -> throw new AssertionError(fault);
        };
    }

    @Override
    public Optional<IssuedPair> findPair(PairOrderId id) {
        return Optional.ofNullable(pairs.get(id));
    }

    @Override
    public RevocationOutcome revoke(
            AuthorityCode authority, SerialNumber serial, RevocationReason reason) {
        throw new UnsupportedOperationException("not needed here");
    }

    /** How often it was asked to change a pair. */
    public int asked() {
        return asked;
    }

    /** Fails the next time before it does anything. */
    public void dieBefore() {
        crashes.nextBefore();
    }

    /** Does what it is asked the next time, and the answer is lost. */
    public void dieAfter() {
        crashes.nextAfter();
    }

    @Override
    public PairStatusOutcome changePair(PairStatusChange change) {
        asked++;
        crashes.before();
        PairStatusOutcome outcome = changes.get(change.id());
        if (outcome == null) {
            outcome = changed(change);
            if (outcome instanceof PairStatusOutcome.Done) {
                changes.put(change.id(), outcome);
            }
        }
        crashes.after();
        return outcome;
    }

    private PairStatusOutcome changed(PairStatusChange change) {
        if (denial != null) {
            return new PairStatusOutcome.Denied(denial);
        }
        IssuedPair pair = pairs.get(change.pair());
        if (pair == null) {
            return new PairStatusOutcome.NeverIssued();
        }
        CertificateStatus now = status(pair.authority(), pair.signSerial());
        if (now instanceof CertificateStatus.Revoked(Instant at, RevocationReason first)) {
            return change.deed() instanceof PairDeed.Revoke(RevocationReason reason)
                            && reason == first
                    ? new PairStatusOutcome.Done(at)
                    : new PairStatusOutcome.Final(at, first);
        }
        return switch (change.deed()) {
            case PairDeed.Revoke(RevocationReason reason) ->
                    both(pair, new CertificateStatus.Revoked(CHANGED, reason));
            case PairDeed.Hold() -> both(pair, new CertificateStatus.Held(CHANGED));
            case PairDeed.Resume() ->
                    now instanceof CertificateStatus.Held
                            ? both(pair, new CertificateStatus.Good())
                            : new PairStatusOutcome.NotHeld();
        };
    }

    private PairStatusOutcome both(IssuedPair pair, CertificateStatus status) {
        statuses.put(pair.signSerial(), status);
        statuses.put(pair.encryptionSerial(), status);
        return new PairStatusOutcome.Done(CHANGED);
    }

    public void setStatus(SerialNumber serial, CertificateStatus status) {
        statuses.put(serial, status);
    }

    @Override
    public CertificateStatus status(AuthorityCode authority, SerialNumber serial) {
        CertificateStatus status = statuses.get(serial);
        return status == null ? new CertificateStatus.Unknown() : status;
    }
}
