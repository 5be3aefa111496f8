package org.yinxin.hall.payment;

import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.reference.CaseNumber;

/** An order was not paid in time and was closed. Published inside the transaction that closes it. */
public record OrderOverdue(OrderId order, CaseNumber caseNumber, GateCode gate) {}
