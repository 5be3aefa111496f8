package org.yinxin.hall.application;

import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.identification.BankCheckView;
import org.yinxin.hall.identification.TypedAccount;
import org.yinxin.hall.reference.CaseNumber;

/**
 * An account to be proved.
 *
 * @param suggested the organisation's name, account and bank as far as the form says them
 */
public record BankCheckTask(
        CaseNumber number,
        GateCode gate,
        Words title,
        TypedAccount suggested,
        BankCheckView view) {}
