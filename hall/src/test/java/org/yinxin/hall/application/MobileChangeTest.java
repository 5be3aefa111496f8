package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.refusal;
import static org.yinxin.hall.application.ApplicationRoom.standing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.account.AccountError;
import org.yinxin.hall.account.AccountRoom;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.identification.CheckKey;
import org.yinxin.hall.identification.IdentityEstablished;
import org.yinxin.hall.identification.SubjectDigests;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.DecideReview;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.testing.People;

/** 变更手机号: what proves the numbers, what changes with them, and what becomes of a change that cannot be. */
class MobileChangeTest {

    private static final String OLD = "19900000001";
    private static final String FRESH = "19900000002";
    private static final String LOST = "19900000003";

    private final ApplicationRoom room = new ApplicationRoom();
    private final Actor.Subscriber who = ApplicationRoom.subscriber();
    private String token = "";

    @BeforeEach
    void signIn() {
        AccountRoom.open(room.hall, who.account(), OLD);
        token = room.use(Tokens.class).issue(TokenKind.SUBSCRIBER, who.account().value()).token();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void the_number_changes_with_the_review_after_both_were_proved() {
        CaseNumber number = filled(who, OLD, FRESH, "YES");
        assertThat(standing(room.view(who, number)))
                .contains("NEW_CODE=OPEN", "OLD_CODE=SHUT", "UPLOAD=PASSED");
        prove(number, "NEW_CODE");
        assertThat(refusal(submit(who, number)).code()).isEqualTo(ApplicationError.NOT_YET);
        prove(number, "OLD_CODE");
        done(submit(who, number));
        assertThat(accountOf(OLD)).contains(who.account());
        room.decide(number, new Decision.Approve());

        assertThat(room.view(who, number).status().code()).isEqualTo("FINISHED");
        assertThat(accountOf(FRESH)).contains(who.account());
        assertThat(accountOf(OLD)).isEmpty();
        assertThat(room.use(Tokens.class).actorOf(token)).isEmpty();
        assertThat(room.notify.told)
                .contains(
                        OLD + " account.sms.mobile-changed",
                        FRESH + " account.sms.mobile-changed",
                        "account.inbox.mobile-changed");
        assertThat(room.hall.journal()).containsOnlyOnce("account.mobile-changed");
    }

    @Test
    void a_number_that_cannot_be_read_needs_the_stamped_letter_instead() {
        CaseNumber number = filled(who, OLD, FRESH, "NO");
        assertThat(standing(room.view(who, number))).contains("NEW_CODE=OPEN", "UPLOAD=OPEN");
        prove(number, "NEW_CODE");
        assertThat(refusal(submit(who, number)).code()).isEqualTo(ApplicationError.INCOMPLETE);
        room.attach(who, number, "letter");
        done(submit(who, number));
        room.decide(number, new Decision.Approve());
        assertThat(accountOf(FRESH)).contains(who.account());
    }

    @Test
    void whoever_lost_the_number_asks_with_the_new_one_and_gets_the_account_back() {
        AccountId found = new AccountId(UUID.randomUUID());
        AccountRoom.open(room.hall, found, LOST);
        CaseNumber number = filled(who, LOST, OLD, "NO");
        prove(number, "NEW_CODE");
        room.attach(who, number, "letter");
        done(submit(who, number));
        room.decide(number, new Decision.Approve());

        assertThat(accountOf(OLD)).contains(found);
        assertThat(accountOf(LOST)).isEmpty();
        assertThat(room.use(Tokens.class).actorOf(token)).isEmpty();
        assertThat(room.hall.journal()).contains("account.closed", "account.mobile-changed");
        Actor owner = new Actor.Subscriber(found, "199****0001");
        assertThat(room.view(owner, number).status().code()).isEqualTo("FINISHED");
        assertThat(refusal(room.use(ViewApplication.class).view(who, number)).code())
                .isEqualTo(ApplicationError.NO_SUCH_APPLICATION);
    }

    @Test
    void an_account_that_is_used_for_more_is_not_closed_for_another() {
        AccountRoom.open(room.hall, new AccountId(UUID.randomUUID()), LOST);
        room.open(who);
        CaseNumber number = filled(who, LOST, OLD, "NO");
        prove(number, "NEW_CODE");
        room.attach(who, number, "letter");
        assertThat(refusal(submit(who, number)).code()).isEqualTo(AccountError.MOBILE_TAKEN);
    }

    @Test
    void refuses_other_peoples_numbers_and_no_change_at_all() {
        CaseNumber number = filled(who, LOST, FRESH, "YES");
        prove(number, "NEW_CODE");
        prove(number, "OLD_CODE");
        assertThat(refusal(submit(who, number)).code()).isEqualTo(AccountError.MOBILE_NOT_OWN);
        var start = room.use(ProveIdentity.class).start(who, number, "NEW_CODE", "SMS", "");
        assertThat(refusal(start).code()).isEqualTo(AccountError.MOBILE_NOT_OWN);

        CaseNumber same = filled(who, OLD, OLD, "YES");
        prove(same, "NEW_CODE");
        prove(same, "OLD_CODE");
        assertThat(refusal(submit(who, same)).code()).isEqualTo(AccountError.MOBILE_SAME);
    }

    @Test
    void says_that_a_number_is_taken_only_to_who_reads_its_messages() {
        AccountRoom.open(room.hall, new AccountId(UUID.randomUUID()), FRESH);
        CaseNumber number = filled(who, OLD, FRESH, "YES");
        assertThat(refusal(submit(who, number)).code()).isEqualTo(ApplicationError.NOT_YET);
        prove(number, "NEW_CODE");
        prove(number, "OLD_CODE");
        assertThat(refusal(submit(who, number)).code()).isEqualTo(AccountError.MOBILE_TAKEN);
    }

    @Test
    void a_number_taken_during_the_review_ends_the_case_in_words() {
        CaseNumber number = submitted();
        AccountRoom.open(room.hall, new AccountId(UUID.randomUUID()), FRESH);
        room.decide(number, new Decision.Approve());
        ApplicationView view = room.view(who, number);
        assertThat(standing(view)).contains("REVIEW=PASSED", "SWITCH=REFUSED");
        assertThat(view.status().words().zh()).isEqualTo("不能变更，申请已结束");
        assertThat(accountOf(OLD)).contains(who.account());
        assertThat(room.use(Tokens.class).actorOf(token)).isPresent();
    }

    @Test
    void a_code_proved_for_one_number_is_not_worth_anything_for_another() {
        CaseNumber number = filled(who, OLD, FRESH, "YES");
        String subject = subject(number, "NEW_CODE");
        room.save(who, number, Map.of("newMobile", LOST));
        establish(number, "NEW_CODE", subject);
        assertThat(standing(room.view(who, number))).contains("NEW_CODE=OPEN");
        assertThat(room.hall.journal()).contains("application.identity-outdated");
    }

    @Test
    void killed_in_the_middle_nothing_has_changed_and_deciding_again_does_it_once() {
        CaseNumber number = submitted();
        room.notify.failing = true;
        assertThatThrownBy(() -> room.decide(number, new Decision.Approve()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(accountOf(OLD)).contains(who.account());
        assertThat(accountOf(FRESH)).isEmpty();
        assertThat(room.use(Tokens.class).actorOf(token)).isPresent();
        assertThat(standing(room.view(who, number))).contains("REVIEW=OPEN", "SWITCH=SHUT");

        room.notify.failing = false;
        var again =
                room.use(DecideReview.class)
                        .decide(People.APPROVING_OFFICER, number, null, new Decision.Approve());
        done(again);
        assertThat(accountOf(FRESH)).contains(who.account());
        refusal(
                room.use(DecideReview.class)
                        .decide(People.APPROVING_OFFICER, number, null, new Decision.Approve()));
        assertThat(room.hall.journal()).containsOnlyOnce("account.mobile-changed");
    }

    private CaseNumber submitted() {
        CaseNumber number = filled(who, OLD, FRESH, "YES");
        prove(number, "NEW_CODE");
        prove(number, "OLD_CODE");
        done(submit(who, number));
        return number;
    }

    private CaseNumber filled(Actor.Subscriber by, String from, String to, String readable) {
        CaseNumber number =
                done(
                        room.use(OpenApplication.class)
                                .open(by, ApplicationRoom.PLAN, new BusinessCode("CHANGE_MOBILE")));
        Map<String, String> answers = new HashMap<>();
        answers.put("oldMobile", from);
        answers.put("newMobile", to);
        answers.put("oldReadable", readable);
        answers.put("organisationName", "云岭市星河测试科技有限公司");
        answers.put("holderName", "测试甲");
        room.save(by, number, answers);
        return number;
    }

    private Outcome<ApplicationView> submit(Actor by, CaseNumber number) {
        return room.use(SubmitApplication.class).submit(by, number);
    }

    /** As if the code that was sent had been typed. */
    private void prove(CaseNumber number, String gate) {
        establish(number, gate, subject(number, gate));
    }

    private String subject(CaseNumber number, String gate) {
        Application application = room.use(Applications.class).find(number).orElseThrow();
        var who = (GateSettings.Identification) application.gate(new GateCode(gate)).settings();
        return room.use(SubjectDigests.class)
                .of(Parties.of(application, room.use(HandedIn.class).of(number), who.party()));
    }

    private void establish(CaseNumber number, String gate, String subject) {
        room.inTransaction(
                () ->
                        room.publisher()
                                .publishEvent(
                                        new IdentityEstablished(
                                                new CheckKey(number, new GateCode(gate)),
                                                subject,
                                                who,
                                                "SMS CODE try:test")));
    }

    private Optional<AccountId> accountOf(String mobile) {
        return room.hall
                .jdbc()
                .sql("SELECT id FROM account WHERE mobile_index = :index")
                .param("index", room.use(ColumnCipher.class).blindIndex(mobile))
                .query((row, _) -> new AccountId(row.getObject("id", UUID.class)))
                .optional();
    }
}
