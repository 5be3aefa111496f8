package org.yinxin.authority.custodian;

import java.util.List;

/**
 * Two different custodians of one duty who have both proved who they are. Only {@link AdmitCustodians} makes one, so whatever
 * asks for this value cannot be done by one person.
 */
public final class TwoCustodians {

    private final CustodianDuty duty;
    private final List<CustodianName> names;

    TwoCustodians(CustodianDuty duty, CustodianName one, CustodianName other) {
        this.duty = duty;
        this.names = List.of(one, other);
    }

    List<CustodianName> names() {
        return names;
    }

    boolean have(CustodianDuty one) {
        return duty == one;
    }

    /**
     * As the journal names them.
     *
     * @param one the duty that the act belongs to
     * @throws IllegalArgumentException when they were admitted for another one
     */
    public String actor(CustodianDuty one) {
        if (!have(one)) {
            throw new IllegalArgumentException(
                    "this is for custodians of %s".formatted(one.word()));
        }
        return "custodians:" + names.getFirst() + "," + names.getLast();
    }
}
