package org.yinxin.authority.cmp;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.authority.machine.MachineName;

/** The table of transactions: which certificate a confirmation means that comes in a later message. */
final class Transactions {

    /**
     * One transaction.
     *
     * @param nonce what the next message has to repeat
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Transaction(MachineName machine, CertificateOrderId order, byte[] nonce) {}

    private final JdbcClient jdbc;

    Transactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens one, or opens the same again with another nonce; false when it is another machine's. */
    boolean open(AuthorityCode authority, byte[] name, Transaction transaction, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO cmp_transaction
                                    (authority, name, machine, order_id, nonce, opened_at)
                                VALUES (:authority, :name, :machine, :order, :nonce, :now)
                                ON CONFLICT (authority, name) DO UPDATE SET nonce = excluded.nonce
                                    WHERE cmp_transaction.machine = excluded.machine
                                """)
                        .param("authority", authority.value())
                        .param("name", name)
                        .param("machine", transaction.machine().value())
                        .param("order", transaction.order().value())
                        .param("nonce", transaction.nonce())
                        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Transaction> find(AuthorityCode authority, byte[] name, MachineName machine) {
        return jdbc.sql(
                        """
                        SELECT order_id, nonce FROM cmp_transaction
                        WHERE authority = :authority AND name = :name AND machine = :machine
                        """)
                .param("authority", authority.value())
                .param("name", name)
                .param("machine", machine.value())
                .query(
                        (row, _) ->
                                new Transaction(
                                        machine,
                                        new CertificateOrderId(
                                                row.getObject("order_id", UUID.class)),
                                        row.getBytes("nonce")))
                .optional();
    }
}
