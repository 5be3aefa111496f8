package org.yinxin.hall.application;

import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.identification.BankCheckView;
import org.yinxin.hall.reference.CaseNumber;

/**
 * An account to be proved.
 *
 * @param unit the organisation's name; empty where the form does not say
 */
public record BankCheckTask(
        CaseNumber number, GateCode gate, Words title, String unit, BankCheckView view) {}
