package org.yinxin.bench.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.app.RunningHall;
import org.yinxin.app.StartHall;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.application.FoundCases;
import org.yinxin.hall.application.IdentifierKind;
import org.yinxin.hall.application.SearchApplications;
import org.yinxin.hall.application.ViewApplication;
import org.yinxin.hall.audit.VerifyChains;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.certificate.CertificateStanding;
import org.yinxin.hall.certificate.ReadCertificate;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.review.ReadReview;
import org.yinxin.pki.certificate.SerialNumber;

/** A few rows, written in two goes: the hall reads them as it reads its own. */
class RowsTest {

    @TempDir static Path data;

    private static RunningHall hall;
    private static Rows rows;

    @BeforeAll
    static void start() {
        hall = StartHall.serve(new Serve(0, "127.0.0.1", data, null, null, 0));
        rows = Rows.into(hall);
        rows.fillUpTo(400);
        rows.fillUpTo(800);
    }

    @AfterAll
    static void stop() {
        hall.close();
    }

    @Test
    void a_case_is_found_by_each_number_that_belongs_to_it() {
        Case one =
                rows.samples().cases().stream()
                        .filter(each -> each.kind().passed(GateSettings.Production.class))
                        .findFirst()
                        .orElseThrow();
        assertThat(foundBy(one.number().text(), one)).isEqualTo(IdentifierKind.CASE_NUMBER);
        assertThat(foundBy(one.creditCode(), one)).isEqualTo(IdentifierKind.CREDIT_CODE);
        assertThat(foundBy(one.mobile(), one)).isEqualTo(IdentifierKind.MOBILE);
        assertThat(foundBy(one.identityNumber(), one)).isEqualTo(IdentifierKind.DOCUMENT_NUMBER);
        assertThat(foundBy(one.holder(), one)).isEqualTo(IdentifierKind.NAME);
        assertThat(foundBy(one.sign(), one)).isEqualTo(IdentifierKind.CERTIFICATE_SERIAL);
        for (String number : rows.samples().transactions().subList(0, 3)) {
            assertThat(search(number).cases())
                    .isNotEmpty()
                    .allMatch(each -> each.by() == IdentifierKind.PAYMENT);
        }
        assertThat(search("91990000MA99999999").cases()).isEmpty();
    }

    @Test
    void every_case_is_read_by_its_subscriber_and_its_reviewers() {
        Actor officer = staff("entry", Role.ENTRY_OFFICER);
        for (Case one : rows.samples().cases().subList(0, 150)) {
            Actor own =
                    new Actor.Subscriber(
                            new AccountId(CaseTable.account(one.account())), "199****0000");
            var view = done(hall.part(ViewApplication.class).view(own, one.number()));
            assertThat(view.number()).isEqualTo(one.number());
            if (one.kind().review() != null) {
                var review = done(hall.part(ReadReview.class).read(officer, one.number()));
                assertThat(review.current().dossier().subscriber()).isEqualTo(one.holder());
            }
        }
    }

    @Test
    void a_certificate_of_a_case_stands_as_the_authority_says() {
        Case good = certified(false);
        Case revoked = certified(true);
        Actor auditor = staff("auditor", Role.AUDITOR);
        ReadCertificate read = hall.part(ReadCertificate.class);
        assertThat(done(read.read(auditor, good.sign())).serial())
                .isEqualTo(SerialNumber.ofHex(good.sign()));
        assertThat(done(read.read(auditor, revoked.encrypt())).standing())
                .isEqualTo(CertificateStanding.REVOKED);
    }

    @Test
    void the_chain_of_the_journal_is_whole() {
        assertThat(hall.part(VerifyChains.class).verify(staff("auditor", Role.AUDITOR))).isTrue();
    }

    @Test
    void what_was_written_before_is_drawn_again() {
        Rows again = Rows.into(hall);
        assertThat(again.written()).isEqualTo(800);
        assertThat(again.samples().caseNumbers())
                .hasSize(800)
                .containsAll(rows.samples().caseNumbers());
        assertThat(again.samples().serials()).containsAll(rows.samples().serials());
    }

    @Test
    void a_hall_that_has_cases_of_its_own_is_not_filled() throws IOException {
        Path note = data.resolve("bench-began");
        String began = Files.readString(note);
        try {
            Files.writeString(note, Instant.parse(began).minus(Duration.ofDays(99)).toString());
            assertThatThrownBy(() -> Rows.into(hall)).hasMessageContaining("other plans");
            Files.delete(note);
            assertThatThrownBy(() -> Rows.into(hall)).hasMessageContaining("cases of its own");
        } finally {
            Files.writeString(note, began);
        }
    }

    private static Case certified(boolean revoked) {
        return rows.samples().cases().stream()
                .filter(each -> each.kind().passed(GateSettings.Production.class))
                .filter(each -> (each.seq() % 50 == 0) == revoked)
                .findFirst()
                .orElseThrow();
    }

    private static IdentifierKind foundBy(String typed, Case one) {
        return search(typed).cases().stream()
                .filter(each -> each.about().number().equals(one.number()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(typed + " does not find " + one.number()))
                .by();
    }

    private static FoundCases search(String typed) {
        return done(
                hall.part(SearchApplications.class).search(staff("auditor", Role.AUDITOR), typed));
    }

    private static Actor.Operator staff(String name, Role role) {
        return new Actor.Operator(new OperatorId(rows.operator(name)), name, Set.of(role));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
