package org.yinxin.hall.application;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yinxin.authority.Authority;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.RevocationOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.custody.Custody;
import org.yinxin.custody.EscrowId;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

/** An authority and a key management centre that answer at once, and remember what they were asked. */
final class FakeCertificates {

    final Map<PairOrderId, PairOrder> orders = new ConcurrentHashMap<>();
    volatile boolean refusing;
    private final Map<PairOrderId, IssuedPair> pairs = new ConcurrentHashMap<>();
    private final Map<EscrowId, KeyPair> escrow = new ConcurrentHashMap<>();
    private final SecureRandom random;

    FakeCertificates(SecureRandom random) {
        this.random = random;
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
            public CertificateStatus status(AuthorityCode authority, SerialNumber serial) {
                throw new UnsupportedOperationException();
            }
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
            public Sm2EnvelopedKey release(EscrowId id, PublicKey recipientSigningKey) {
                KeyPair pair = escrow.get(id);
                if (pair == null) {
                    throw new IllegalStateException("no such key");
                }
                return Sm2EnvelopedKey.seal(recipientSigningKey, pair, random);
            }
        };
    }

    private IssuedPair pair(PairOrder order) {
        return new IssuedPair(
                order.id(),
                order.authority(),
                SerialNumber.random(random),
                new byte[] {1},
                SerialNumber.random(random),
                new byte[] {2},
                List.of(new byte[] {3}, new byte[] {4}));
    }
}
