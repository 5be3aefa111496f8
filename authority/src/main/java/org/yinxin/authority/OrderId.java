package org.yinxin.authority;

import java.util.UUID;

/** The caller's own identifier of an order; the same id is answered with the same certificates, however often it is asked. */
public sealed interface OrderId permits PairOrderId, CertificateOrderId {

    UUID value();

    /** What the journal calls it. */
    default String journalSubject() {
        return journalWord() + "-order:" + value();
    }

    /** What the journal calls an event of it. */
    default String journalAction(String done) {
        return journalWord() + "." + done;
    }

    private String journalWord() {
        return switch (this) {
            case PairOrderId _ -> "pair";
            case CertificateOrderId _ -> "certificate";
        };
    }
}
