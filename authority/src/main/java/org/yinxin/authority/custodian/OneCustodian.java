package org.yinxin.authority.custodian;

/** A custodian who has proved who he is, and whose duty it is. Only {@link AdmitCustodians} makes one. */
public final class OneCustodian {

    private final CustodianName name;

    OneCustodian(CustodianName name) {
        this.name = name;
    }

    public CustodianName name() {
        return name;
    }
}
