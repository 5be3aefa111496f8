package org.yinxin.hall.application;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
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
import org.yinxin.custody.Custody;
import org.yinxin.custody.EscrowId;
import org.yinxin.custody.ReleaseForm;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.envelope.KeyEnvelope;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.SigningRequest;
import org.yinxin.pki.request.SigningRequests;

/** An authority and a key management centre that answer at once, and remember what they were asked. */
final class FakeCertificates {

    private static final Instant CHANGED = Instant.parse("2026-12-01T02:03:04Z");

    final Map<PairOrderId, PairOrder> orders = new ConcurrentHashMap<>();
    final List<PairStatusChange> changes = new CopyOnWriteArrayList<>();
    final Map<SerialNumber, CertificateStatus> statuses = new ConcurrentHashMap<>();
    volatile boolean refusing;
    private final Map<PairOrderId, IssuedPair> pairs = new ConcurrentHashMap<>();
    private final Map<EscrowId, KeyPair> escrow = new ConcurrentHashMap<>();
    private final SecureRandom random;
    private final KeyPair own;

    FakeCertificates(SecureRandom random) {
        this.random = random;
        this.own = KeyPairs.generate(KeyAlgorithm.SM2, random);
    }

    Authority authority() {
        return new Authority() {
            @Override
            public IssuanceOutcome issuePair(PairOrder order) {
                if (refusing) {
                    return new IssuanceOutcome.Refused(IssuanceRefusal.LINT, "refused by the test");
                }
                orders.put(order.id(), order);
                return new IssuanceOutcome.Issued(
                        pairs.computeIfAbsent(order.id(), _ -> pair(order)));
            }

            @Override
            public Optional<IssuedPair> findPair(PairOrderId id) {
                return Optional.ofNullable(pairs.get(id));
            }

            @Override
            public RevocationOutcome revoke(
                    AuthorityCode authority, SerialNumber serial, RevocationReason reason) {
                throw new UnsupportedOperationException();
            }

            @Override
            public PairStatusOutcome changePair(PairStatusChange change) {
                changes.add(change);
                Optional.ofNullable(pairs.get(change.pair()))
                        .ifPresent(
                                pair -> {
                                    statuses.put(pair.signSerial(), after(change.deed()));
                                    statuses.put(pair.encryptionSerial(), after(change.deed()));
                                });
                return new PairStatusOutcome.Done(CHANGED);
            }

            @Override
            public CertificateStatus status(AuthorityCode authority, SerialNumber serial) {
                return statuses.getOrDefault(serial, new CertificateStatus.Good());
            }
        };
    }

    private static CertificateStatus after(PairDeed deed) {
        return switch (deed) {
            case PairDeed.Revoke(RevocationReason reason) ->
                    new CertificateStatus.Revoked(CHANGED, reason);
            case PairDeed.Hold _ -> new CertificateStatus.Held(CHANGED);
            case PairDeed.Resume _ -> new CertificateStatus.Good();
        };
    }

    Custody custody() {
        return new Custody() {
            @Override
            public PublicKey makeEncryptionKey(EscrowId id) {
                return escrow.computeIfAbsent(id, _ -> KeyPairs.generate(KeyAlgorithm.SM2, random))
                        .getPublic();
            }

            @Override
            public KeyEnvelope release(
                    EscrowId id, PublicKey recipientSigningKey, ReleaseForm form) {
                KeyPair pair = escrow.get(id);
                if (pair == null) {
                    throw new IllegalStateException("no such key");
                }
                return Sm2EnvelopedKey.seal(recipientSigningKey, pair, random);
            }
        };
    }

    private IssuedPair pair(PairOrder order) {
        SerialNumber sign = SerialNumber.random(random);
        SerialNumber encryption = SerialNumber.random(random);
        return new IssuedPair(
                order.id(),
                order.authority(),
                sign,
                certificate(order, sign, signingKey(order)),
                encryption,
                certificate(order, encryption, order.encryptionKey()),
                List.of(new byte[] {3}, new byte[] {4}));
    }

    private static PublicKey signingKey(PairOrder order) {
        return switch (SigningRequests.parse(order.signingRequest())) {
            case ParsedRequest.Accepted(SigningRequest request) -> request.publicKey();
            case ParsedRequest.Rejected rejected -> throw new IllegalStateException("" + rejected);
        };
    }

    private byte[] certificate(PairOrder order, SerialNumber serial, PublicKey key) {
        try {
            X500Name subject = order.subject().toX500Name();
            return new X509v3CertificateBuilder(
                            subject,
                            serial.value(),
                            Date.from(order.notBefore()),
                            Date.from(order.notAfter()),
                            subject,
                            SubjectPublicKeyInfo.getInstance(key.getEncoded()))
                    .build(
                            new JcaContentSignerBuilder("SM3withSM2")
                                    .setProvider(new BouncyCastleProvider())
                                    .build(own.getPrivate()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
