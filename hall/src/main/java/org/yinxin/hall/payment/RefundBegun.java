package org.yinxin.hall.payment;

import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.reference.CaseNumber;

/** The money of a case is going to be given back. Published inside the transaction that decides it, once for each payment. */
public record RefundBegun(OrderId order, CaseNumber caseNumber, Money amount) {}
