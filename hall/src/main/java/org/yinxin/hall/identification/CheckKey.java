package org.yinxin.hall.identification;

import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Which check is meant.
 *
 * @param caseNumber whose
 * @param gate at which gate; a case may have several
 */
public record CheckKey(CaseNumber caseNumber, GateCode gate) {

    /** What the journal calls the case it is about. */
    String journalSubject() {
        return "application:" + caseNumber;
    }
}
