package org.yinxin.hall.payment;

import org.yinxin.hall.reference.CaseNumber;

/** A finance officer has returned a voucher. Published inside the transaction that records it. */
public record VoucherReturned(OrderId order, CaseNumber caseNumber) {}
