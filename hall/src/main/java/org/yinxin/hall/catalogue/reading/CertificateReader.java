package org.yinxin.hall.catalogue.reading;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.Deed;

/** Reads what a business asks of the certificate that it is about. */
final class CertificateReader {

    private CertificateReader() {}

    static CertificateRule rule(Block block) {
        CertificateRule rule =
                new CertificateRule(
                        phases(block),
                        Numbers.optionalTerm(block, "daysBefore"),
                        Numbers.optionalDays(block, "daysAfter"),
                        Numbers.optionalDays(block, "overdueAfterDays"),
                        block.has("validity")
                                ? block.value(
                                        "validity",
                                        Vocabulary.oneOf(CertificateRule.Validity.class),
                                        Vocabulary.listed(CertificateRule.Validity.class),
                                        CertificateRule.Validity.FROM_ISSUE)
                                : CertificateRule.Validity.FROM_ISSUE,
                        old(block),
                        block.has("oldEnds")
                                ? block.value(
                                        "oldEnds",
                                        Vocabulary.oneOf(CertificateRule.End.class),
                                        Vocabulary.listed(CertificateRule.End.class),
                                        CertificateRule.End.INSTALLED)
                                : CertificateRule.End.INSTALLED,
                        block.flag("openBids"),
                        block.has("changes") ? new HashSet<>(block.texts("changes")) : Set.of());
        block.end();
        return block.placed(rule);
    }

    private static @Nullable Deed old(Block block) {
        return block.has("old")
                ? block.value(
                        "old",
                        Vocabulary.oneOf(Deed.class),
                        Vocabulary.listed(Deed.class),
                        Deed.SUPERSEDE)
                : null;
    }

    private static Set<CertificateRule.Phase> phases(Block block) {
        Set<CertificateRule.Phase> phases = EnumSet.noneOf(CertificateRule.Phase.class);
        phases.addAll(Vocabulary.values(block, "phases", CertificateRule.Phase.class));
        return phases;
    }
}
