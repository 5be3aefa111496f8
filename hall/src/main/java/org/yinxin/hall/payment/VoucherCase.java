package org.yinxin.hall.payment;

/**
 * A voucher with what it is for.
 *
 * @param voucher the voucher
 * @param order the order, as it stands now; it may have been paid otherwise meanwhile
 */
public record VoucherCase(Voucher voucher, PaymentOrder order) {}
