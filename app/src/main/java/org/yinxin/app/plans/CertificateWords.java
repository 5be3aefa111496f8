package org.yinxin.app.plans;

import java.util.stream.Collectors;
import org.yinxin.hall.catalogue.BusinessKind;
import org.yinxin.hall.catalogue.CertificateRule;

/** Says what a business asks of the certificate that it is about. */
final class CertificateWords {

    private CertificateWords() {}

    static String of(CertificateRule rule, BusinessKind kind) {
        StringBuilder words = new StringBuilder("for a certificate that is ");
        words.append(
                rule.phases().stream()
                        .map(GateWords::small)
                        .sorted()
                        .collect(Collectors.joining(" or ")));
        if (rule.daysBefore() != null) {
            words.append(", from ").append(days(rule.daysBefore())).append(" before its end on");
        }
        if (rule.daysAfter() != null) {
            words.append(", up to ").append(days(rule.daysAfter())).append(" after it");
        }
        if (rule.overdueAfterDays() != null) {
            words.append("; overdue after ").append(days(rule.overdueAfterDays()));
        }
        if (kind.makesCertificate()) {
            words.append("; the new one is valid ").append(validity(rule));
        }
        if (rule.old() != null) {
            words.append("; to the old one: ")
                    .append(GateWords.small(rule.old()))
                    .append(" when ")
                    .append(GateWords.small(rule.oldEnds()));
        }
        return words.append(rule.openBids() ? "; asks for unopened bids" : "").toString();
    }

    private static String validity(CertificateRule rule) {
        return switch (rule.validity()) {
            case FROM_ISSUE -> "from its issue";
            case EXTEND_OLD -> "on from the end of the old one";
            case KEEP_OLD -> "to the end of the old one";
        };
    }

    private static String days(int number) {
        return GateWords.counted(number, "day");
    }
}
