package org.yinxin.hall.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.yinxin.hall.catalogue.CertificateRule.Validity;

/**
 * From when until when a new certificate is valid. Years are counted on the calendar of Shanghai, so that a certificate
 * runs out on the day of the year on which it began; one that would run out on a 29 February that is not there runs out
 * on the 28th. Whole seconds only, as a certificate says no others.
 *
 * @param notBefore the moment of the issue
 * @param notAfter the end
 */
record Term(Instant notBefore, Instant notAfter) {

    Term {
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException("a certificate ends after it begins");
        }
    }

    /** What a rule gives; nothing where the old one's end is kept and has passed. */
    static Optional<Term> of(Validity rule, Instant issue, int years, Instant oldEnd) {
        return switch (rule) {
            case FROM_ISSUE -> Optional.of(fromIssue(issue, years));
            case EXTEND_OLD -> Optional.of(extending(issue, years, oldEnd));
            case KEEP_OLD -> keeping(issue, oldEnd);
        };
    }

    /** So many years from the issue. */
    static Term fromIssue(Instant issue, int years) {
        Instant start = issue.truncatedTo(ChronoUnit.SECONDS);
        return new Term(start, plus(start, years));
    }

    /** So many years after the old one's end; from the issue when the old one has run out by then. */
    static Term extending(Instant issue, int years, Instant oldEnd) {
        Instant start = issue.truncatedTo(ChronoUnit.SECONDS);
        return oldEnd.isAfter(start)
                ? new Term(start, plus(oldEnd, years))
                : new Term(start, plus(start, years));
    }

    /** Until the old one's end; none when the old one has run out. */
    static Optional<Term> keeping(Instant issue, Instant oldEnd) {
        Instant start = issue.truncatedTo(ChronoUnit.SECONDS);
        return oldEnd.isAfter(start) ? Optional.of(new Term(start, oldEnd)) : Optional.empty();
    }

    private static Instant plus(Instant from, int years) {
        return from.atZone(GateKeeper.SHANGHAI).plusYears(years).toInstant();
    }
}
