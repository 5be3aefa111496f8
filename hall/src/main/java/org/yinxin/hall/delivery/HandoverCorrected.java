package org.yinxin.hall.delivery;

import org.yinxin.hall.reference.CaseNumber;

/**
 * A mistyped tracking number was corrected. Published in the transaction of the correction.
 *
 * @param number the case
 * @param handover how it was handed over
 */
public record HandoverCorrected(CaseNumber number, Handover.Sent handover) {}
