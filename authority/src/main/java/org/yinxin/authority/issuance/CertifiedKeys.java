package org.yinxin.authority.issuance;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.OrderId;
import org.yinxin.authority.lint.KeyOwners;
import org.yinxin.authority.register.KeyDigest;

/** The table that says which order a public key serves. Its primary key settles races. */
final class CertifiedKeys implements KeyOwners {

    private final JdbcClient jdbc;

    CertifiedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key that an order wants. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Wanted(byte[] digest, OrderId order) {}

    /** Takes the keys of drafts for their orders; false, with nothing useful written, when one is another's already. */
    boolean take(List<Draft> drafts) {
        // Always in the same order, so that two transactions cannot wait for each other.
        List<Wanted> wanted =
                drafts.stream()
                        .flatMap(CertifiedKeys::wanted)
                        .sorted((one, other) -> Arrays.compare(one.digest(), other.digest()))
                        .toList();
        int taken =
                jdbc.sql(
                                """
                                INSERT INTO certified_key (key_sm3, order_id)
                                SELECT key, for_order
                                FROM unnest(:keys::bytea[], :orders::uuid[]) AS asked (key, for_order)
                                ON CONFLICT (key_sm3) DO NOTHING
                                """)
                        .param("keys", wanted.stream().map(Wanted::digest).toArray(byte[][]::new))
                        .param(
                                "orders",
                                wanted.stream()
                                        .map(key -> key.order().value())
                                        .toArray(UUID[]::new))
                        .update();
        return taken == wanted.size()
                || wanted.stream().noneMatch(key -> isTakenByOther(key.digest(), key.order()));
    }

    private static Stream<Wanted> wanted(Draft draft) {
        return draft.intended().parts().values().stream()
                .map(tbs -> new Wanted(KeyDigest.of(tbs.publicKey()), draft.order().id()));
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
