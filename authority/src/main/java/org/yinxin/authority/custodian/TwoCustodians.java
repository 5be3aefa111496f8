package org.yinxin.authority.custodian;

import java.util.List;

/**
 * Two different custodians who have both proved who they are. Only {@link AdmitCustodians} makes one, so whatever asks for
 * this value cannot be done by one person.
 */
public final class TwoCustodians {

    private final List<CustodianName> names;

    TwoCustodians(CustodianName one, CustodianName other) {
        this.names = List.of(one, other);
    }

    List<CustodianName> names() {
        return names;
    }

    /** As the journal names them. */
    public String actor() {
        return "custodians:" + names.getFirst() + "," + names.getLast();
    }
}
