package org.yinxin.hall.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;
import static org.yinxin.hall.testing.Outcomes.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.identification.IdentityView.Stage;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.testing.People;
import org.yinxin.standins.identity.Result;
import org.yinxin.standins.identity.Steering.Behaviour;

/** Mobile, card, register and code: each right, wrong, unknown, slow, dead, twice, killed and expired. */
class IdentifyTest {

    private static final String CARD = "6222020000000000000";

    private static IdentificationSite site;

    @BeforeAll
    static void enter() {
        site = new IdentificationSite();
    }

    @AfterAll
    static void leave() {
        site.close();
    }

    @AfterEach
    void calm() {
        site.calm();
    }

    private static Outcome<IdentityView> start(CheckKey key, IdentityMethod method, Subject who) {
        return site.hall
                .get(StartIdentification.class)
                .start(People.SUBSCRIBER, key, method, who, CARD);
    }

    private static Outcome<IdentityView> confirm(CheckKey key, Subject who, String code) {
        return site.hall
                .get(ConfirmIdentification.class)
                .confirm(People.SUBSCRIBER, key, who, code);
    }

    private static String codeTo(Subject who) {
        return site.hall.codeSentTo(Objects.requireNonNull(who.mobile()).value());
    }

    private static String wrong(String code) {
        return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
    }

    @Test
    void a_mobile_is_asked_about_and_then_its_holder_types_a_code() {
        CheckKey key = site.opened(false, IdentityMethod.MOBILE, IdentityMethod.FACE);
        Subject who = IdentificationSite.person("测试甲");
        IdentityView view = done(start(key, IdentityMethod.MOBILE, who));
        assertThat(view.stage()).isEqualTo(Stage.CODE_SENT);
        assertThat(Objects.requireNonNull(view.code()).sentTo()).contains("****");
        assertThat(site.heard(key)).isEmpty();

        String code = codeTo(who);
        assertThat(done(confirm(key, who, code.substring(0, 3) + " " + code.substring(3))).stage())
                .isEqualTo(Stage.PASSED);
        assertThat(site.tries(key)).containsExactly("MOBILE=PASSED/MATCH");
        assertThat(site.heard(key))
                .singleElement()
                .satisfies(it -> assertThat(it.evidence()).startsWith("MOBILE MATCH try:"));
        assertThat(site.journal(key))
                .containsExactly(
                        "identification.opened",
                        "identification.started",
                        "identification.code-sent",
                        "identification.passed");
        assertThat(code(confirm(key, who, code))).isEqualTo(IdentificationError.ALREADY_PASSED);
        assertThat(code(start(key, IdentityMethod.MOBILE, who)))
                .isEqualTo(IdentificationError.ALREADY_PASSED);
    }

    @Test
    void keeps_neither_what_was_asked_nor_the_code() {
        CheckKey key = site.opened(false, IdentityMethod.BANK_CARD);
        Subject who = IdentificationSite.person("测试甲");
        done(start(key, IdentityMethod.BANK_CARD, who));
        String row =
                site.hall
                        .jdbc()
                        .sql("SELECT t::text FROM identification_try t WHERE case_number = :case")
                        .param("case", key.caseNumber().text())
                        .query(String.class)
                        .single();
        assertThat(row)
                .doesNotContain(
                        CARD,
                        "测试甲",
                        "150102199001010019",
                        Objects.requireNonNull(who.mobile()).value());
        // Six digits may stand by chance in a digest or in the try's own number.
        assertThat(row.replaceAll("[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*"))
                .doesNotContain(codeTo(who));
    }

    @Test
    void what_differs_is_refused_in_words_and_counted_until_nothing_is_left() {
        CheckKey key = site.opened(false, IdentityMethod.MOBILE, IdentityMethod.BANK_CARD);
        Subject who = IdentificationSite.person("测试不符");
        assertThat(refusal(start(key, IdentityMethod.MOBILE, who)))
                .satisfies(
                        it -> {
                            assertThat(it.code()).isEqualTo(IdentificationError.MOBILE_DIFFERS);
                            assertThat(it.arguments()).containsExactly("2");
                        });
        assertThat(code(start(key, IdentityMethod.BANK_CARD, who)))
                .isEqualTo(IdentificationError.CARD_DIFFERS);
        assertThat(refusal(start(key, IdentityMethod.MOBILE, who)))
                .satisfies(
                        it -> {
                            assertThat(it.code()).isEqualTo(IdentificationError.ATTEMPTS_USED_UP);
                            assertThat(it.arguments()).singleElement().asString().contains("2026-");
                        });
        Subject other = IdentificationSite.person("测试甲");
        assertThat(code(start(key, IdentityMethod.MOBILE, other)))
                .isEqualTo(IdentificationError.ATTEMPTS_USED_UP);
        assertThat(view(key).stage()).isEqualTo(Stage.BLOCKED);
        assertThat(site.heard(key)).isEmpty();

        site.hall.clock().advance(Duration.ofHours(25));
        assertThat(view(key).attemptsLeft()).isEqualTo(IdentificationSite.ATTEMPTS);
        assertThat(done(start(key, IdentityMethod.MOBILE, other)).stage())
                .isEqualTo(Stage.CODE_SENT);
    }

    @Test
    void opening_again_does_not_give_used_attempts_back() {
        CheckKey key = site.opened(false, IdentityMethod.MOBILE);
        start(key, IdentityMethod.MOBILE, IdentificationSite.person("测试不符"));
        OpenIdentification open = site.hall.get(OpenIdentification.class);
        open.withdraw(People.SUBSCRIBER, key);
        Subject who = IdentificationSite.person("测试甲");
        assertThat(code(start(key, IdentityMethod.MOBILE, who)))
                .isEqualTo(IdentificationError.NO_SUCH_CHECK);
        assertThat(code(confirm(key, who, "123456"))).isEqualTo(IdentificationError.NO_SUCH_CHECK);
        open.open(
                People.SUBSCRIBER,
                key,
                new IdentityRules(
                        List.of(IdentityMethod.MOBILE), false, IdentificationSite.ATTEMPTS));
        assertThat(view(key).attemptsLeft()).isEqualTo(2);
    }

    @Test
    void a_person_whom_nobody_knows_passes_only_where_the_plan_is_soft() {
        Subject who = IdentificationSite.person("测试查无");
        CheckKey hard = site.opened(false, IdentityMethod.MOBILE);
        assertThat(code(start(hard, IdentityMethod.MOBILE, who)))
                .isEqualTo(IdentificationError.PERSON_UNKNOWN);
        CheckKey soft = site.opened(true, IdentityMethod.MOBILE);
        done(start(soft, IdentityMethod.MOBILE, who));
        done(confirm(soft, who, codeTo(who)));
        assertThat(site.heard(soft))
                .singleElement()
                .satisfies(it -> assertThat(it.evidence()).startsWith("MOBILE UNKNOWN"));
    }

    @Test
    void the_register_answers_at_once() {
        CheckKey key = site.opened(false, IdentityMethod.REGISTER);
        Subject unit = IdentificationSite.unit("云岭市星河测试科技有限公司", "91150100MA0T0045X0");
        assertThat(done(start(key, IdentityMethod.REGISTER, unit)).stage()).isEqualTo(Stage.PASSED);
        assertThat(view(key).unknown()).isFalse();
        assertThat(site.tries(key)).containsExactly("REGISTER=PASSED/MATCH");

        CheckKey other = site.opened(true, IdentityMethod.REGISTER);
        assertThat(
                        code(
                                start(
                                        other,
                                        IdentityMethod.REGISTER,
                                        IdentificationSite.unit("不符公司", "91150100MA0T0045X0"))))
                .isEqualTo(IdentificationError.REGISTER_DIFFERS);
    }

    @Test
    void a_body_of_the_state_is_in_no_register_and_both_page_and_evidence_say_so() {
        Subject body = IdentificationSite.unit("云岭市测试局", "11150000011500000C");
        CheckKey hard = site.opened(false, IdentityMethod.REGISTER);
        assertThat(code(start(hard, IdentityMethod.REGISTER, body)))
                .isEqualTo(IdentificationError.ORGANISATION_UNKNOWN);
        CheckKey soft = site.opened(true, IdentityMethod.REGISTER);
        assertThat(done(start(soft, IdentityMethod.REGISTER, body)).unknown()).isTrue();
        assertThat(site.tries(soft)).containsExactly("REGISTER=PASSED/UNKNOWN");
        assertThat(site.heard(soft).getFirst().evidence()).startsWith("REGISTER UNKNOWN");
    }

    @Test
    void a_dead_slow_or_confused_source_counts_nothing_and_another_method_is_free() {
        CheckKey key = site.opened(false, IdentityMethod.MOBILE, IdentityMethod.SMS);
        Subject who = IdentificationSite.person("测试甲");
        for (Behaviour fault :
                List.of(
                        new Behaviour.Dead(),
                        new Behaviour.Slow(Duration.ofMinutes(5)),
                        new Behaviour.Answers(503, "busy"),
                        new Behaviour.Answers(401, "{}"),
                        new Behaviour.Answers(200, "no JSON"),
                        new Behaviour.Answers(200, "{\"result\":\"PERHAPS\"}"))) {
            site.realName.steering().behave(fault);
            assertThat(code(start(key, IdentityMethod.MOBILE, who)))
                    .as("%s", fault)
                    .isEqualTo(IdentificationError.SOURCE_UNAVAILABLE);
        }
        assertThat(view(key).stage()).isEqualTo(Stage.OPEN);
        assertThat(view(key).attemptsLeft()).isEqualTo(IdentificationSite.ATTEMPTS);
        done(start(key, IdentityMethod.SMS, who));
        done(confirm(key, who, codeTo(who)));
        assertThat(site.tries(key)).containsExactlyInAnyOrder("MOBILE=DROPPED/", "SMS=PASSED/CODE");
    }

    @Test
    void killed_between_intent_and_answer_the_same_try_goes_on() {
        CheckKey key = site.opened(false, IdentityMethod.MOBILE);
        Subject who = IdentificationSite.person("测试甲");
        site.realName.steering().behave(new Behaviour.DoneButSilent());
        assertThat(code(start(key, IdentityMethod.MOBILE, who)))
                .isEqualTo(IdentificationError.SOURCE_UNAVAILABLE);
        site.realName.steering().calm();
        // What the source answered under this number it answers again, whatever it would say now.
        site.realName.steering().say(Result.MISMATCH);
        assertThat(done(start(key, IdentityMethod.MOBILE, who)).stage()).isEqualTo(Stage.CODE_SENT);
        assertThat(site.tries(key)).hasSize(1);
    }

    @Test
    void killed_before_the_commit_of_the_proof_nothing_is_passed_and_it_can_be_done_again() {
        CheckKey key = site.opened(false, IdentityMethod.REGISTER);
        Subject unit = IdentificationSite.unit("云岭市星河测试科技有限公司", "91150100MA0T0045X0");
        site.hall.get(IdentificationSite.Heard.class).failing = true;
        assertThatThrownBy(() -> start(key, IdentityMethod.REGISTER, unit))
                .isInstanceOf(IllegalStateException.class);
        assertThat(view(key).stage()).isEqualTo(Stage.OPEN);
        site.hall.get(IdentificationSite.Heard.class).failing = false;
        done(start(key, IdentityMethod.REGISTER, unit));
        assertThat(site.tries(key)).containsExactly("REGISTER=PASSED/MATCH");
        assertThat(site.heard(key)).hasSize(1);
    }

    @Test
    void a_wrong_code_is_counted_and_the_last_one_kills_the_right_one() {
        CheckKey key = site.opened(false, IdentityMethod.SMS);
        Subject who = IdentificationSite.person("测试甲");
        assertThat(code(confirm(key, who, "123456"))).isEqualTo(IdentificationError.NOT_STARTED);
        done(start(key, IdentityMethod.SMS, who));
        String right = codeTo(who);
        assertThat(refusal(confirm(key, who, wrong(right))))
                .satisfies(
                        it -> {
                            assertThat(it.code()).isEqualTo(IdentificationError.CODE_WRONG);
                            assertThat(it.arguments()).containsExactly("2");
                        });
        assertThat(code(confirm(key, who, ""))).isEqualTo(IdentificationError.CODE_WRONG);
        assertThat(code(confirm(key, who, wrong(right))))
                .isEqualTo(IdentificationError.ATTEMPTS_USED_UP);
        assertThat(code(confirm(key, who, right))).isEqualTo(IdentificationError.ATTEMPTS_USED_UP);
        site.hall.clock().advance(Duration.ofHours(25));
        assertThat(code(confirm(key, who, right))).isEqualTo(IdentificationError.NOT_STARTED);
    }

    @Test
    void a_code_ends_and_another_is_sent_without_asking_the_source_again() {
        CheckKey key = site.opened(false, IdentityMethod.MOBILE);
        Subject who = IdentificationSite.person("测试甲");
        done(start(key, IdentityMethod.MOBILE, who));
        String first = codeTo(who);
        assertThat(code(start(key, IdentityMethod.MOBILE, who)))
                .isEqualTo(IdentificationError.CODE_JUST_SENT);
        site.hall.clock().advance(Duration.ofMinutes(10));
        assertThat(code(confirm(key, who, first))).isEqualTo(IdentificationError.CODE_EXPIRED);
        int asked = site.realName.requests();
        done(start(key, IdentityMethod.MOBILE, who));
        assertThat(site.realName.requests()).isEqualTo(asked);
        done(confirm(key, who, codeTo(who)));
        assertThat(site.tries(key)).hasSize(1);
    }

    @Test
    void a_form_that_was_changed_meanwhile_is_not_proved_by_the_code_to_somebody_else() {
        CheckKey key = site.opened(false, IdentityMethod.SMS);
        Subject before = IdentificationSite.person("测试甲");
        done(start(key, IdentityMethod.SMS, before));
        Subject after = IdentificationSite.person("测试乙");
        assertThat(code(confirm(key, after, codeTo(before))))
                .isEqualTo(IdentificationError.PARTY_CHANGED);
        done(start(key, IdentityMethod.SMS, after));
        done(confirm(key, after, codeTo(after)));
    }

    @Test
    void one_number_is_not_flooded_with_codes() {
        Subject who = IdentificationSite.person("测试甲");
        for (int i = 0; i < 8; i++) {
            done(start(site.opened(false, IdentityMethod.SMS), IdentityMethod.SMS, who));
        }
        CheckKey ninth = site.opened(false, IdentityMethod.SMS, IdentityMethod.MOBILE);
        assertThat(code(start(ninth, IdentityMethod.SMS, who)))
                .isEqualTo(IdentificationError.TOO_MANY_CODES);
        assertThat(code(start(ninth, IdentityMethod.MOBILE, who)))
                .isEqualTo(IdentificationError.TOO_MANY_CODES);
        site.hall.clock().advance(Duration.ofMinutes(61));
        done(start(ninth, IdentityMethod.MOBILE, who));
    }

    @Test
    void sources_are_not_asked_without_end() {
        CheckKey key = site.opened(false, IdentityMethod.MOBILE);
        site.realName.steering().behave(new Behaviour.Dead());
        for (int i = 0; i < 20; i++) {
            start(key, IdentityMethod.MOBILE, IdentificationSite.person("测试甲"));
        }
        assertThat(code(start(key, IdentityMethod.MOBILE, IdentificationSite.person("测试乙"))))
                .isEqualTo(IdentificationError.ASKED_TOO_OFTEN);
    }

    @Test
    void refuses_what_the_plan_does_not_offer_or_the_form_does_not_say() {
        CheckKey key = site.opened(false, IdentityMethod.BANK_CARD, IdentityMethod.REGISTER);
        Subject who = IdentificationSite.person("测试甲");
        assertThat(code(start(key, IdentityMethod.MOBILE, who)))
                .isEqualTo(IdentificationError.METHOD_NOT_OFFERED);
        assertThat(
                        code(
                                start(
                                        key,
                                        IdentityMethod.REGISTER,
                                        new Subject(null, null, null, null, null))))
                .isEqualTo(IdentificationError.PARTY_INCOMPLETE);
        assertThat(
                        code(
                                site.hall
                                        .get(StartIdentification.class)
                                        .start(
                                                People.SUBSCRIBER,
                                                key,
                                                IdentityMethod.BANK_CARD,
                                                who,
                                                "6222020000000000001")))
                .isEqualTo(IdentificationError.CARD_NUMBER);
        CheckKey nowhere = IdentificationSite.key();
        assertThat(code(start(nowhere, IdentityMethod.SMS, who)))
                .isEqualTo(IdentificationError.NO_SUCH_CHECK);
        assertThat(code(site.hall.get(ReadIdentification.class).view(nowhere)))
                .isEqualTo(IdentificationError.NO_SUCH_CHECK);
    }

    private static IdentityView view(CheckKey key) {
        return done(site.hall.get(ReadIdentification.class).view(key));
    }
}
