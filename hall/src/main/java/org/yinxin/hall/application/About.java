package org.yinxin.hall.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The certificate that an application is about.
 *
 * @param pair the pair, which is what is renewed, replaced or ended; never a half of it
 * @param serial of its signing certificate, which people know it by
 * @param until the end of its validity
 * @param origin the case that it came from
 */
record About(UUID pair, String serial, Instant until, CaseNumber origin) {

    static About of(LedgerEntry sign) {
        return new About(sign.pair(), sign.serial().hex(), sign.notAfter(), sign.caseNumber());
    }

    /** The last day on which it is valid, as people count. */
    LocalDate lastDay() {
        return LocalDate.ofInstant(until, GateKeeper.SHANGHAI);
    }
}
