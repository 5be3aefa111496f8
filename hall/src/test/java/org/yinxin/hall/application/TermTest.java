package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** The validity rules; moments are written in Shanghai's time. */
class TermTest {

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + "+08:00").toInstant();
    }

    private static Term term(String from, String until) {
        return new Term(at(from), at(until));
    }

    @Test
    void from_issue_ends_years_later_at_the_same_moment() {
        assertThat(Term.fromIssue(at("2026-11-21T09:30:15.9"), 1))
                .isEqualTo(term("2026-11-21T09:30:15", "2027-11-21T09:30:15"));
        assertThat(Term.fromIssue(at("2026-11-21T09:30:15"), 4))
                .isEqualTo(term("2026-11-21T09:30:15", "2030-11-21T09:30:15"));
    }

    @Test
    void from_issue_on_29_february_ends_on_the_28th_unless_the_year_has_the_day() {
        Instant leap = at("2028-02-29T10:00:00");
        assertThat(Term.fromIssue(leap, 1)).isEqualTo(new Term(leap, at("2029-02-28T10:00:00")));
        assertThat(Term.fromIssue(leap, 4)).isEqualTo(new Term(leap, at("2032-02-29T10:00:00")));
    }

    /** In Shanghai it is 29 February already, in Greenwich still the 28th. */
    @Test
    void counts_the_years_in_shanghai() {
        assertThat(Term.fromIssue(at("2028-02-29T00:30:00"), 1).notAfter())
                .isEqualTo(at("2029-02-28T00:30:00"));
        assertThat(Term.fromIssue(at("2028-03-01T00:30:00"), 1).notAfter())
                .isEqualTo(at("2029-03-01T00:30:00"));
    }

    @Test
    void extends_an_unexpired_one_from_its_own_end() {
        assertThat(Term.extending(at("2026-11-21T09:30:15"), 1, at("2026-12-31T16:00:00")))
                .isEqualTo(term("2026-11-21T09:30:15", "2027-12-31T16:00:00"));
        assertThat(
                        Term.extending(at("2027-12-01T08:00:00"), 1, at("2028-02-29T23:59:59"))
                                .notAfter())
                .isEqualTo(at("2029-02-28T23:59:59"));
        assertThat(
                        Term.extending(at("2027-12-01T08:00:00"), 1, at("2027-12-31T08:00:00"))
                                .notAfter())
                .isEqualTo(at("2028-12-31T08:00:00"));
    }

    @Test
    void extends_an_expired_one_from_the_issue() {
        Instant end = at("2026-12-31T16:00:00");
        assertThat(Term.extending(at("2026-12-31T15:59:59"), 1, end).notAfter())
                .isEqualTo(at("2027-12-31T16:00:00"));
        assertThat(Term.extending(end, 1, end)).isEqualTo(Term.fromIssue(end, 1));
        assertThat(Term.extending(at("2027-12-31T10:00:00"), 2, end))
                .isEqualTo(term("2027-12-31T10:00:00", "2029-12-31T10:00:00"));
    }

    @Test
    void keeps_the_old_end_and_gives_nothing_when_it_has_passed() {
        Instant end = at("2028-02-29T16:00:00");
        assertThat(Term.keeping(at("2027-11-21T09:30:15.4"), end))
                .contains(new Term(at("2027-11-21T09:30:15"), end));
        assertThat(Term.keeping(at("2028-02-29T15:59:59"), end)).isPresent();
        assertThat(Term.keeping(end, end)).isEmpty();
        assertThat(Term.keeping(at("2028-03-01T00:00:00"), end)).isEmpty();
    }

    @Test
    void is_never_empty() {
        Instant moment = at("2026-11-21T09:30:15");
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(moment, moment));
    }
}
