package org.yinxin.hall.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.People;
import org.yinxin.hall.testing.TestHall;

class RecordConsentTest {

    private static final CaseNumber NUMBER = new CaseNumber("2611-7K4M-9QTX");
    private static final String CODE = "subscriber-agreement";
    private static final String ADDRESS = "192.0.2.7";

    private static TestHall hall;
    private RecordConsent recordConsent;
    private AgreementText text;

    @BeforeAll
    static void open() {
        hall =
                TestHall.of(
                        List.of("agreement"),
                        Agreements.class,
                        Consents.class,
                        RecordConsent.class);
    }

    @AfterAll
    static void close() {
        hall.close();
    }

    @BeforeEach
    void read() {
        hall.jdbc().sql("DELETE FROM agreement_consent").update();
        recordConsent = hall.get(RecordConsent.class);
        text = hall.get(Agreements.class).current(CODE).orElseThrow();
    }

    @Test
    void keeps_who_accepted_which_text_when_and_from_where() {
        Consent consent = done(record(People.SUBSCRIBER, text.version(), text.sm3()));
        assertThat(consent)
                .isEqualTo(
                        new Consent(
                                NUMBER,
                                CODE,
                                text.version(),
                                text.sm3(),
                                People.SUBSCRIBER.reference(),
                                hall.clock().instant()));
        assertThat(hall.get(Consents.class).ofCase(NUMBER)).containsExactly(consent);
        assertThat(hall.journal()).contains("agreement.accepted");
        byte[] sealed =
                hall.jdbc()
                        .sql("SELECT client_address FROM agreement_consent")
                        .query(byte[].class)
                        .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(ADDRESS);
        assertThat(hall.get(ColumnCipher.class).open(sealed)).isEqualTo(ADDRESS);
    }

    @Test
    void accepting_the_same_twice_keeps_the_first_evidence() {
        Consent first = done(record(People.SUBSCRIBER, text.version(), text.sm3()));
        int entries = hall.journal().size();
        hall.clock().advance(Duration.ofHours(1));
        assertThat(done(record(People.SUBSCRIBER, text.version(), text.sm3()))).isEqualTo(first);
        assertThat(hall.journal()).hasSize(entries);
    }

    @Test
    void refuses_another_version_than_the_current_one() {
        assertThat(refusal(record(People.SUBSCRIBER, text.version() + 1, text.sm3())))
                .isEqualTo(new Refusal(AgreementError.NOT_THE_CURRENT_VERSION));
        assertThat(refusal(record(People.SUBSCRIBER, text.version() - 1, text.sm3())))
                .isEqualTo(new Refusal(AgreementError.NOT_THE_CURRENT_VERSION));
    }

    @Test
    void refuses_another_text_under_the_current_version() {
        assertThat(refusal(record(People.SUBSCRIBER, text.version(), "0".repeat(64))))
                .isEqualTo(new Refusal(AgreementError.NOT_THE_CURRENT_VERSION));
    }

    @Test
    void refuses_an_agreement_that_does_not_exist() {
        Outcome<Consent> outcome =
                recordConsent.record(People.SUBSCRIBER, NUMBER, "none", 1, text.sm3(), ADDRESS);
        assertThat(refusal(outcome)).isEqualTo(new Refusal(AgreementError.NO_SUCH_AGREEMENT));
    }

    @Test
    void refuses_the_staff() {
        assertThat(refusal(record(People.ENTRY_OFFICER, text.version(), text.sm3())))
                .isEqualTo(new Refusal(AgreementError.NOT_A_SUBSCRIBER));
        assertThat(hall.get(Consents.class).ofCase(NUMBER)).isEmpty();
    }

    private Outcome<Consent> record(Actor actor, int version, String sm3) {
        return recordConsent.record(actor, NUMBER, CODE, version, sm3, ADDRESS);
    }

    private static Consent done(Outcome<Consent> outcome) {
        return switch (outcome) {
            case Outcome.Done<Consent>(Consent consent) -> consent;
            case Outcome.Refused<Consent>(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    private static Refusal refusal(Outcome<Consent> outcome) {
        return switch (outcome) {
            case Outcome.Done<Consent>(Consent consent) -> throw new AssertionError(consent);
            case Outcome.Refused<Consent>(Refusal refusal) -> refusal;
        };
    }
}
