package org.yinxin.authority.issuance;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.OrderId;
import org.yinxin.authority.lint.KeyOwners;
import org.yinxin.authority.profile.Intended;
import org.yinxin.authority.register.KeyDigest;
import org.yinxin.pki.certificate.TbsCertificate;

/** The table that says which order a public key serves. Its primary key settles races. */
final class CertifiedKeys implements KeyOwners {

    private final JdbcClient jdbc;

    CertifiedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the keys for the order; false, with nothing useful written, when one is taken already. */
    boolean take(Intended intended, OrderId order) {
        // Always in the same order, so that two transactions cannot wait for each other.
        List<byte[]> digests =
                intended.parts().values().stream()
                        .map(TbsCertificate::publicKey)
                        .map(KeyDigest::of)
                        .sorted(Arrays::compare)
                        .toList();
        int taken =
                jdbc.sql(
                                """
                                INSERT INTO certified_key (key_sm3, order_id)
                                SELECT key, :order FROM unnest(:keys::bytea[]) WITH ORDINALITY AS asked (key, place)
                                ORDER BY place
                                ON CONFLICT (key_sm3) DO NOTHING
                                """)
                        .param("keys", digests.toArray(byte[][]::new))
                        .param("order", order.value())
                        .update();
        return taken == digests.size()
                || digests.stream().noneMatch(digest -> isTakenByOther(digest, order));
    }

    /** Gives back the keys of an order that no attempt which may have signed has used. */
    void release(OrderId order) {
        jdbc.sql(
                        """
                        DELETE FROM certified_key k
                        WHERE k.order_id = :order AND NOT EXISTS (
                            SELECT 1 FROM intended_certificate c
                            JOIN issuance_intent i ON i.id = c.intent
                            WHERE c.key_sm3 = k.key_sm3 AND i.state <> 'REFUSED')
                        """)
                .param("order", order.value())
                .update();
    }

    @Override
    public boolean isTakenByOther(SubjectPublicKeyInfo key, OrderId order) {
        return isTakenByOther(KeyDigest.of(key), order);
    }

    private boolean isTakenByOther(byte[] digest, OrderId order) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM certified_key
                            WHERE key_sm3 = :key AND order_id IS DISTINCT FROM :order)
                        """)
                .param("key", digest)
                .param("order", order.value())
                .query(Boolean.class)
                .single();
    }
}
