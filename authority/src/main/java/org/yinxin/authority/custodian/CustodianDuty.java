package org.yinxin.authority.custodian;

import java.util.Locale;

/** What two custodians together may do. One person has one duty, so that whoever can certify gets no subscriber's key out. */
public enum CustodianDuty {
    /** Make, roll over and retire authorities. */
    AUTHORITIES,
    /** Let encryption keys of subscribers out of custody. */
    KEYS;

    /** As people read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
