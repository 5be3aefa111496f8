package org.yinxin.hall.application.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.Receipt;

/**
 * A receipt in the open API, in the reader's language.
 *
 * @param fee in yuan, such as {@code 260.00}
 */
record ReceiptJson(
        String number,
        String project,
        String business,
        @Nullable String holder,
        String visitor,
        String mobile,
        List<Line> papers,
        boolean agreement,
        String fee,
        boolean paid,
        @Nullable Integer workingDays,
        Instant submittedAt,
        String officer,
        String status) {

    /** One paper. */
    record Line(String title, boolean scanned, boolean kept) {}

    static ReceiptJson of(Receipt receipt, Locale reader) {
        return new ReceiptJson(
                receipt.number().text(),
                receipt.project().in(reader),
                receipt.business().in(reader),
                receipt.holder(),
                receipt.visitor(),
                receipt.mobile(),
                receipt.papers().stream()
                        .map(it -> new Line(it.title().in(reader), it.scanned(), it.kept()))
                        .toList(),
                receipt.agreement(),
                BigDecimal.valueOf(receipt.fee().fen(), 2).toPlainString(),
                receipt.paid(),
                receipt.workingDays(),
                receipt.submittedAt(),
                receipt.officer(),
                receipt.status().in(reader));
    }
}
