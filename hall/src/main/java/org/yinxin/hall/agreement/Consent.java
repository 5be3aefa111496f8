package org.yinxin.hall.agreement;

import java.time.Instant;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Somebody accepted an agreement.
 *
 * @param number for which case
 * @param code which agreement
 * @param version which version
 * @param sm3 the digest of the text
 * @param by the account, as {@code Actor.reference()}
 * @param at when
 */
public record Consent(
        CaseNumber number, String code, int version, String sm3, String by, Instant at) {}
