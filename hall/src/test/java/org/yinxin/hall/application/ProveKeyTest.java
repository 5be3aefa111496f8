package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.refusal;
import static org.yinxin.hall.application.ApplicationRoom.standing;

import java.security.KeyPair;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.RenewingRoom.Held;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.pki.key.SoftwareSigningKey;

/** The key that was inserted counts, and nothing else does. */
class ProveKeyTest {

    private static final GateCode KEY = new GateCode("KEY");

    private final RenewingRoom hall = new RenewingRoom();
    private final Actor.Subscriber who = ApplicationRoom.subscriber();
    private final Held first = hall.issued(who);
    private final Held second = further();
    private CaseNumber number;

    @BeforeEach
    void begin() {
        hall.goTo(first.lastDay().minusDays(10));
        number = hall.open(who, "RENEW_BY_KEY", first);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private Held further() {
        CaseNumber further = hall.open(who, "ADD_KEY", first);
        hall.submit(who, further);
        return hall.install(who, further);
    }

    @Test
    void passes_the_gate_when_the_chosen_certificates_key_has_signed() {
        ApplicationView view = done(prove(first, first.key(), false));
        assertThat(standing(view)).contains("KEY=PASSED");
        assertThat(hall.room.hall.journal()).contains("application.key-proved");
        assertThat(refusal(prove(first, first.key(), false)).code())
                .isEqualTo(ApplicationError.NO_KEY_WANTED);
    }

    @Test
    void burns_the_challenge_when_the_signature_is_wrong() {
        byte[] toSign = ask().toSign();
        assertThat(refusal(answer(first, sign(second.key(), toSign), false)).code())
                .isEqualTo(ApplicationError.KEY_PROOF_WRONG);
        assertThat(refusal(answer(first, sign(first.key(), toSign), false)).code())
                .isEqualTo(ApplicationError.CHALLENGE_OVER);
        done(prove(first, first.key(), false));
    }

    @Test
    void lets_a_challenge_live_for_five_minutes_and_only_the_newest() {
        byte[] older = ask().toSign();
        byte[] newer = ask().toSign();
        assertThat(newer).isNotEqualTo(older);
        hall.room.hall.clock().advance(Duration.ofMinutes(5));
        assertThat(refusal(answer(first, sign(first.key(), newer), false)).code())
                .isEqualTo(ApplicationError.CHALLENGE_OVER);
        ask();
        assertThat(refusal(answer(first, sign(first.key(), older), false)).code())
                .isEqualTo(ApplicationError.KEY_PROOF_WRONG);
    }

    @Test
    void says_first_that_another_key_is_inserted_and_moves_only_when_accepted() {
        byte[] toSign = ask().toSign();
        byte[] signature = sign(second.key(), toSign);
        Refusal other = refusal(answer(second, signature, false));
        assertThat(other.code()).isEqualTo(ApplicationError.ANOTHER_KEY);
        assertThat(other.arguments()).containsExactly(second.serial(), second.lastDay().toString());
        assertThat(hall.column(number, "about_serial")).isEqualTo(first.serial());

        assertThat(standing(done(answer(second, signature, true)))).contains("KEY=PASSED");
        assertThat(hall.column(number, "about_serial")).isEqualTo(second.serial());
        assertThat(hall.room.hall.journal()).contains("application.certificate-moved");
    }

    @Test
    void moves_to_no_certificate_that_has_an_open_case_of_its_own() {
        CaseNumber own = hall.open(who, "RENEW_BY_KEY", second);
        Refusal refusal = refusal(prove(second, second.key(), true));
        assertThat(refusal.code()).isEqualTo(ApplicationError.CASE_ABOUT_IT);
        assertThat(refusal.arguments()).containsExactly(own.text());
    }

    @Test
    void asks_nobody_but_the_owner_and_only_at_a_gate_for_keys() {
        AskKeyProof ask = hall.room.use(AskKeyProof.class);
        assertThat(refusal(ask.ask(ApplicationRoom.subscriber(), number, KEY)).code())
                .isEqualTo(ApplicationError.NO_SUCH_APPLICATION);
        assertThat(refusal(ask.ask(who, number, new GateCode("FORM"))).code())
                .isEqualTo(ApplicationError.NO_KEY_WANTED);
    }

    private KeyChallengeView ask() {
        return done(hall.room.use(AskKeyProof.class).ask(who, number, KEY));
    }

    private Outcome<ApplicationView> prove(Held certificate, KeyPair key, boolean accepted) {
        return switch (hall.room.use(AskKeyProof.class).ask(who, number, KEY)) {
            case Outcome.Done<KeyChallengeView>(var challenge) ->
                    answer(certificate, sign(key, challenge.toSign()), accepted);
            case Outcome.Refused<KeyChallengeView>(var refusal) -> Outcome.refused(refusal);
        };
    }

    private Outcome<ApplicationView> answer(Held certificate, byte[] signature, boolean accepted) {
        return hall.room
                .use(ProveKey.class)
                .prove(
                        who,
                        number,
                        KEY,
                        new KeyAnswer(certificate.serial(), signature, accepted, null, false));
    }

    private static byte[] sign(KeyPair key, byte[] content) {
        return new SoftwareSigningKey(key).sign(content);
    }
}
