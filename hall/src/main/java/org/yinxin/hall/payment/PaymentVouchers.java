package org.yinxin.hall.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.archive.PaperId;
import org.yinxin.hall.privacy.ColumnCipher;

/** The vouchers of bank transfers. Whoever changes one has locked its order before. */
@Repository
class PaymentVouchers {

    private static final String COLUMNS =
            """
            SELECT id, order_id, paper, remark, handed_in_at, state, checked_at, checked_by, words
              FROM payment_voucher
            """;

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    PaymentVouchers(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Adds a voucher that waits; the one that waited before is replaced. */
    void add(Voucher voucher) {
        jdbc.sql(
                        """
                        UPDATE payment_voucher SET state = 'REPLACED'
                         WHERE order_id = :order AND state = 'WAITING'
                        """)
                .param("order", voucher.order().value())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO payment_voucher (id, order_id, paper, remark, handed_in_at, state)
                        VALUES (:id, :order, :paper, :remark, :at, 'WAITING')
                        """)
                .param("id", voucher.id().value())
                .param("order", voucher.order().value())
                .param("paper", voucher.paper().sm3())
                .param("remark", cipher.seal(voucher.remark()))
                .param("at", Times.toColumn(voucher.handedInAt()))
                .update();
    }

    Optional<Voucher> find(VoucherId id) {
        return jdbc.sql(COLUMNS + " WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The last one that was handed in for an order. */
    Optional<Voucher> newest(OrderId order) {
        return jdbc.sql(COLUMNS + " WHERE order_id = :order ORDER BY ordinal DESC LIMIT 1")
                .param("order", order.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** What waits to be checked, the longest waiting first. */
    List<Voucher> waiting(int limit) {
        return jdbc.sql(
                        COLUMNS
                                + " WHERE state = 'WAITING' ORDER BY handed_in_at, ordinal LIMIT :limit")
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    void confirm(VoucherId id, VoucherState.Confirmed how) {
        jdbc.sql(
                        """
                        UPDATE payment_voucher SET state = 'CONFIRMED', checked_at = :at, checked_by = :by
                         WHERE id = :id AND state = 'WAITING'
                        """)
                .param("id", id.value())
                .param("at", Times.toColumn(how.at()))
                .param("by", how.by())
                .update();
    }

    void giveBack(VoucherId id, VoucherState.Returned how) {
        jdbc.sql(
                        """
                        UPDATE payment_voucher
                           SET state = 'RETURNED', checked_at = :at, checked_by = :by, words = :words
                         WHERE id = :id AND state = 'WAITING'
                        """)
                .param("id", id.value())
                .param("at", Times.toColumn(how.at()))
                .param("by", how.by())
                .param("words", cipher.seal(how.words()))
                .update();
    }

    private Voucher read(ResultSet row) throws SQLException {
        VoucherState state =
                switch (row.getString("state")) {
                    case "REPLACED" -> new VoucherState.Replaced();
                    case "CONFIRMED" ->
                            new VoucherState.Confirmed(
                                    Times.ofColumn(row, "checked_at"), row.getString("checked_by"));
                    case "RETURNED" ->
                            new VoucherState.Returned(
                                    Times.ofColumn(row, "checked_at"),
                                    row.getString("checked_by"),
                                    cipher.open(row.getBytes("words")));
                    default -> new VoucherState.Waiting();
                };
        return new Voucher(
                new VoucherId(row.getObject("id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                new PaperId(row.getString("paper")),
                cipher.open(row.getBytes("remark")),
                Times.ofColumn(row, "handed_in_at"),
                state);
    }
}
