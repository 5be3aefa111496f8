package org.yinxin.hall.payment;

import java.time.Instant;
import org.yinxin.hall.archive.PaperId;

/**
 * 汇款凭证: what a payer shows of a bank transfer.
 *
 * @param id its number
 * @param order what was paid
 * @param paper the picture, in the archive
 * @param remark what the payer says about it; may be empty
 * @param handedInAt when it came
 * @param state where it stands
 */
public record Voucher(
        VoucherId id,
        OrderId order,
        PaperId paper,
        String remark,
        Instant handedInAt,
        VoucherState state) {}
