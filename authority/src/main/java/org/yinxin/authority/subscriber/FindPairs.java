package org.yinxin.authority.subscriber;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.Authority;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.profile.catalogue.CertificateProfiles;
import org.yinxin.authority.register.KeyDigest;
import org.yinxin.authority.subscriber.CertifiedPair.Half;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;

/** Finds pairs in the register, those of outside authorities too. Changes nothing. */
public final class FindPairs {

    private final JdbcClient jdbc;
    private final Authority authority;
    private final CertificateProfiles profiles;

    FindPairs(JdbcClient jdbc, Authority authority, CertificateProfiles profiles) {
        this.jdbc = jdbc;
        this.authority = authority;
        this.profiles = profiles;
    }

    /** The one that was issued for an order. */
    public Optional<CertifiedPair> byOrder(PairOrderId order) {
        return authority.findPair(order).map(this::certified);
    }

    /** Those of which one half has this serial; authorities may have given the same to two. */
    public List<CertifiedPair> bySerial(SerialNumber serial) {
        return pairs(
                jdbc.sql(
                                """
                                SELECT i.order_id FROM intended_certificate n
                                  JOIN issuance_intent i ON i.id = n.intent AND i.state = 'ISSUED'
                                  JOIN pair_order o ON o.id = i.order_id AND o.kind = 'PAIR'
                                 WHERE n.authority IN (SELECT code FROM certification_authority) AND n.serial = :serial
                                UNION
                                SELECT order_id FROM outside_pair WHERE :serial IN (signing, encryption)
                                 ORDER BY 1
                                """)
                        .param("serial", serial.octets())
                        .query((row, _) -> row.getObject("order_id", UUID.class))
                        .list());
    }

    /** The one whose signing certificate has this key; a key serves one order. */
    public Optional<CertifiedPair> bySigningKey(PublicKey key) {
        return pairs(
                        jdbc.sql(
                                        """
                                        SELECT i.order_id FROM intended_certificate n
                                          JOIN issuance_intent i ON i.id = n.intent AND i.state = 'ISSUED'
                                         WHERE n.key_sm3 = :key AND n.use = 'SIGNING'
                                        UNION
                                        SELECT order_id FROM outside_key WHERE key_sm3 = :key
                                        """)
                                .param(
                                        "key",
                                        KeyDigest.of(
                                                SubjectPublicKeyInfo.getInstance(key.getEncoded())))
                                .query((row, _) -> row.getObject("order_id", UUID.class))
                                .list())
                .stream()
                .filter(pair -> isOf(pair.signing().certificate(), key))
                .findFirst();
    }

    /**
     * Those whose subscriber has this code, oldest first. There is no index for it: all certificates are looked through, in the
     * database.
     */
    public List<CertifiedPair> byCode(String code) {
        return pairs(
                        jdbc.sql(
                                        """
                                        SELECT i.order_id, c.stored_at FROM certificate c
                                          JOIN intended_certificate n USING (authority, serial)
                                          JOIN issuance_intent i ON i.id = n.intent AND i.state = 'ISSUED'
                                         WHERE n.use = 'ENCRYPTION' AND position(:code IN c.encoded) > 0
                                        UNION
                                        SELECT p.order_id, p.stored_at FROM outside_pair p
                                          JOIN outside_certificate c ON c.authority = p.authority AND c.serial = p.encryption
                                         WHERE position(:code IN c.encoded) > 0
                                         ORDER BY 2, 1
                                        """)
                                .param("code", code.getBytes(UTF_8))
                                .query((row, _) -> row.getObject("order_id", UUID.class))
                                .list())
                .stream()
                .filter(pair -> pair.subscriber().hasCode(code))
                .toList();
    }

    private List<CertifiedPair> pairs(List<UUID> orders) {
        return orders.stream()
                .map(PairOrderId::new)
                .map(this::byOrder)
                .flatMap(Optional::stream)
                .toList();
    }

    private CertifiedPair certified(IssuedPair pair) {
        SignedCertificate encryption = parsed(pair.encryptionCertificate());
        Map<SerialNumber, CertificateStatus> statuses =
                authority.statuses(
                        pair.authority(), List.of(pair.signSerial(), pair.encryptionSerial()));
        return new CertifiedPair(
                pair.id(),
                pair.authority(),
                ReadSubscriber.of(encryption.tbs(), profileOf(pair.id())),
                new Half(
                        parsed(pair.signCertificate()),
                        Objects.requireNonNull(statuses.get(pair.signSerial()))),
                new Half(
                        encryption, Objects.requireNonNull(statuses.get(pair.encryptionSerial()))));
    }

    private Optional<CertificateProfile> profileOf(PairOrderId order) {
        return jdbc.sql(
                        "SELECT profile FROM issuance_intent WHERE order_id = :order AND state = 'ISSUED'")
                .param("order", order.value())
                .query(String.class)
                .optional()
                .flatMap(text -> profiles.madeUnder(text, CertificateUse.ENCRYPTION));
    }

    private static boolean isOf(SignedCertificate certificate, PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .equals(certificate.tbs().publicKey());
    }

    private static SignedCertificate parsed(byte[] der) {
        try {
            return SignedCertificate.parse(der);
        } catch (MalformedDerException e) {
            throw new IllegalStateException("what was stored as a certificate is none", e);
        }
    }
}
