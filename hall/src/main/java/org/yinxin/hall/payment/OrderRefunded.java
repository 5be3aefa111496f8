package org.yinxin.hall.payment;

import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.reference.CaseNumber;

/** The money of a case went back. Published inside the transaction that records it, once for each payment. */
public record OrderRefunded(OrderId order, CaseNumber caseNumber, Money amount) {}
