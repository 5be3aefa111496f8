package org.yinxin.hall.delegation;

import java.util.Optional;
import org.yinxin.hall.code.UnifiedSocialCreditCode;

/** Somebody who knows what was approved of a unit. */
public interface UnitRecords {

    /** Empty when nothing was ever approved of it. */
    Optional<UnitRecord> of(UnifiedSocialCreditCode unit);
}
