package org.yinxin.bench.rows;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.hall.reference.CaseNumber;

/**
 * A case that was written, with what people might look it up by.
 *
 * @param account who applied
 * @param mobile of the agent
 * @param identityNumber of the agent
 * @param pair the pair of certificates, if its kind has one
 * @param sign the serial of the signing certificate, if its kind has one
 */
record Case(
        long seq,
        Kind kind,
        CaseNumber number,
        long account,
        String holder,
        String creditCode,
        String mobile,
        String identityNumber,
        Instant openedAt,
        UUID pair,
        String sign,
        String encrypt) {}
