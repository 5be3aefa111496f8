package org.yinxin.hall.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.payment.OrderId;

/**
 * What an application has come to besides its gates.
 *
 * @param holder the common name applied for; null before the first submission
 * @param subject what stands in the certificate, as it was submitted; null before the first submission
 * @param order the order to be paid; null while there is none
 * @param issuanceOrder the order to issue, kept before the first try so that each further try is the same; null before
 * @param certificates serial numbers of what was installed
 */
record Milestones(
        @Nullable String holder,
        @Nullable String subject,
        @Nullable OrderId order,
        @Nullable UUID issuanceOrder,
        List<String> certificates) {

    static final Milestones NONE = new Milestones(null, null, null, null, List.of());

    Milestones {
        certificates = List.copyOf(certificates);
    }

    Milestones submitted(String newHolder, String newSubject) {
        return new Milestones(newHolder, newSubject, order, issuanceOrder, certificates);
    }

    Milestones ordered(OrderId newOrder) {
        return new Milestones(holder, subject, newOrder, issuanceOrder, certificates);
    }

    Milestones issuing(@Nullable UUID newOrder) {
        return new Milestones(holder, subject, order, newOrder, certificates);
    }

    Milestones installed(List<String> serials) {
        return new Milestones(holder, subject, order, issuanceOrder, serials);
    }
}
