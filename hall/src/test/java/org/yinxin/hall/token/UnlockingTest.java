package org.yinxin.hall.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;
import static org.yinxin.hall.token.UnlockingRoom.CASE;
import static org.yinxin.hall.token.UnlockingRoom.STRANGER;
import static org.yinxin.hall.token.UnlockingRoom.TOKEN;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.account.AccountError;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.testing.People;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.SoftwareSigningKey;

/** Unlocking from the hall's side. */
class UnlockingTest {

    private final UnlockingRoom unlocking = new UnlockingRoom();

    @AfterEach
    void close() {
        unlocking.close();
    }

    @Test
    void the_agents_code_grants_it_and_the_token_gets_its_half_and_the_key_proves_itself()
            throws Exception {
        unlocking.open(UnlockMode.SMS_CODE);
        unlocking.grantByCode();
        TokenQuestion question = unlocking.question();
        TokenGrant given = done(unlocking.answer(question));
        assertThat(
                        Signatures.verify(
                                PublicKeys.fromSm2Point(
                                        unlocking.use(ReadUnlockKeys.class).read().signing()),
                                KeyAlgorithm.SM2.signatureAlgorithm(),
                                given.statement(),
                                given.signature()))
                .isTrue();
        String[] lines = new String(given.statement(), UTF_8).split("\n", -1);
        assertThat(lines).hasSize(4).startsWith("Yinxin unlock grant 1", TOKEN);
        assertThat(Base64.getDecoder().decode(lines[2])).isEqualTo(question.nonce());
        assertThat(
                        Sm2Encryption.decrypt(
                                unlocking.reply.getPrivate(), Base64.getDecoder().decode(lines[3])))
                .isEqualTo(unlocking.share);
        byte[] proof = new SoftwareSigningKey(unlocking.room.signing()).sign(given.toSign());
        done(unlocking.use(ConfirmUnlocking.class).confirm(People.SUBSCRIBER, CASE, proof));
        done(unlocking.use(ConfirmUnlocking.class).confirm(People.SUBSCRIBER, CASE, proof));
        assertThat(unlocking.use(UnlockingRoom.Heard.class).events).hasSize(1);
        assertThat(code(unlocking.answer(unlocking.question())))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
    }

    @Test
    void refuses_whoever_may_not_act_for_the_organisation_any_more() {
        unlocking.open(UnlockMode.SMS_CODE);
        unlocking.grantByCode();
        unlocking.use(UnlockingRoom.Former.class).account = People.SUBSCRIBER.account();
        assertThat(code(unlocking.answer(unlocking.question())))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(unlocking.grant.sendCode(People.SUBSCRIBER, CASE, Locale.CHINESE)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(unlocking.grant.byCode(People.SUBSCRIBER, CASE, "000000")))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(
                        code(
                                unlocking
                                        .use(ConfirmUnlocking.class)
                                        .confirm(People.SUBSCRIBER, CASE, new byte[1])))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
    }

    @Test
    void a_grant_answers_one_question_as_often_as_it_is_asked() {
        unlocking.open(UnlockMode.SMS_CODE);
        unlocking.grantByCode();
        TokenQuestion question = unlocking.question();
        done(unlocking.answer(question));
        done(unlocking.answer(question));
        assertThat(code(unlocking.answer(unlocking.question())))
                .isEqualTo(TokenError.ANSWERED_ALREADY);
        unlocking.room.hall().clock().advance(Duration.ofMinutes(2));
        unlocking.grantByCode();
        done(unlocking.answer(unlocking.question()));
    }

    @Test
    void a_grant_ends_and_without_one_nothing_is_answered() {
        unlocking.open(UnlockMode.SMS_CODE);
        assertThat(code(unlocking.answer(unlocking.question()))).isEqualTo(TokenError.NOT_GRANTED);
        unlocking.grantByCode();
        unlocking.room.hall().clock().advance(Duration.ofMinutes(16));
        assertThat(code(unlocking.answer(unlocking.question()))).isEqualTo(TokenError.NOT_GRANTED);
        assertThat(
                        code(
                                unlocking
                                        .use(ConfirmUnlocking.class)
                                        .confirm(People.SUBSCRIBER, CASE, new byte[1])))
                .isEqualTo(TokenError.NOT_GRANTED);
    }

    @Test
    void refuses_a_medium_that_does_not_hold_the_certificate_of_the_case() {
        unlocking.open(UnlockMode.SMS_CODE);
        unlocking.grantByCode();
        assertThat(
                        code(
                                unlocking.answer(
                                        unlocking.question(
                                                UnlockingRoom.octets(), TOKEN, new byte[] {1}))))
                .isEqualTo(TokenError.ANOTHER_MEDIUM);
        assertThat(
                        code(
                                unlocking.answer(
                                        unlocking.question(
                                                UnlockingRoom.octets(),
                                                "k2xyz",
                                                unlocking.pair.signCertificate()))))
                .isEqualTo(TokenError.ANOTHER_MEDIUM);
        TokenQuestion good = unlocking.question();
        byte[] changed = good.share().clone();
        changed[changed.length - 1] ^= 1;
        for (TokenQuestion bad :
                List.of(
                        new TokenQuestion(TOKEN, good.nonce(), good.replyKey(), changed),
                        new TokenQuestion(TOKEN, good.nonce(), new byte[3], good.share()),
                        new TokenQuestion(TOKEN, new byte[3], good.replyKey(), good.share()))) {
            assertThat(code(unlocking.answer(bad))).isEqualTo(TokenError.QUESTION_UNREADABLE);
        }
        done(unlocking.answer(good));
    }

    @Test
    void refuses_a_wrong_code_strangers_and_ways_that_the_plan_has_not() {
        unlocking.open(UnlockMode.SMS_CODE);
        done(unlocking.grant.sendCode(People.SUBSCRIBER, CASE, Locale.ENGLISH));
        String sent =
                unlocking.use(UnlockingRoom.Told.class).messages.getLast().arguments().getFirst();
        String wrong = sent.equals("000000") ? "000001" : "000000";
        assertThat(code(unlocking.grant.byCode(People.SUBSCRIBER, CASE, wrong)))
                .isEqualTo(AccountError.CODE_WRONG);
        assertThat(code(unlocking.grant.byCode(STRANGER, CASE, sent)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(unlocking.grant.sendCode(STRANGER, CASE, Locale.ENGLISH)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(
                        code(
                                unlocking
                                        .use(AnswerToken.class)
                                        .answer(STRANGER, CASE, unlocking.question())))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(unlocking.grant.byOfficer(People.APPROVING_OFFICER, CASE, false)))
                .isEqualTo(TokenError.NOT_THIS_WAY);
    }

    @Test
    void an_officer_grants_where_the_plan_says_so() {
        unlocking.open(UnlockMode.OFFICER, UnlockMode.COUNTER);
        assertThat(code(unlocking.grant.sendCode(People.SUBSCRIBER, CASE, Locale.ENGLISH)))
                .isEqualTo(TokenError.NOT_THIS_WAY);
        assertThat(code(unlocking.grant.byOfficer(People.ENTRY_OFFICER, CASE, false)))
                .isEqualTo(TokenError.NOT_AN_OFFICER);
        assertThat(code(unlocking.grant.byOfficer(People.PRODUCER, CASE, false)))
                .isEqualTo(TokenError.NOT_AN_OFFICER);
        done(unlocking.grant.byOfficer(People.PRODUCER, CASE, true));
        done(unlocking.grant.byOfficer(People.APPROVING_OFFICER, CASE, false));
        done(unlocking.answer(unlocking.question()));
        assertThat(unlocking.room.hall().journal()).contains("token.unlocking-granted");
    }

    @Test
    void officers_see_what_waits_for_them_and_what_is_in_the_medium() {
        ListUnlockings list = unlocking.use(ListUnlockings.class);
        unlocking.open(UnlockMode.SMS_CODE);
        assertThat(done(list.waiting(People.APPROVING_OFFICER, null)).waiting()).isEmpty();
        assertThat(code(list.one(People.APPROVING_OFFICER, CASE)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        unlocking.open(UnlockMode.OFFICER, UnlockMode.SMS_CODE);
        WaitingUnlocking one =
                done(list.waiting(People.APPROVING_OFFICER, null)).waiting().getFirst();
        assertThat(one.number()).isEqualTo(CASE);
        assertThat(one.modes()).containsExactly(UnlockMode.OFFICER);
        assertThat(one.mobile()).isEqualTo("199****0001");
        assertThat(one.grantedUntil()).isNull();
        assertThat(done(list.waiting(People.PRODUCER, null)).waiting().getFirst().modes())
                .isEmpty();
        assertThat(code(list.waiting(People.ENTRY_OFFICER, null)))
                .isEqualTo(TokenError.NOT_AN_OFFICER);
        Place behind = new Place(one.openedAt(), CASE);
        assertThat(done(list.waiting(People.APPROVING_OFFICER, behind)).waiting()).isEmpty();
        done(unlocking.grant.byOfficer(People.APPROVING_OFFICER, CASE, false));
        assertThat(done(list.one(People.APPROVING_OFFICER, CASE)).grantedUntil()).isNotNull();
    }

    @Test
    void an_officer_refuses_with_words_and_then_nothing_is_granted_or_answered() {
        RefuseUnlocking refuse = unlocking.use(RefuseUnlocking.class);
        unlocking.open(UnlockMode.OFFICER);
        done(unlocking.grant.byOfficer(People.APPROVING_OFFICER, CASE, false));
        assertThat(code(refuse.refuse(People.APPROVING_OFFICER, CASE, " ")))
                .isEqualTo(TokenError.NO_WORDS);
        assertThat(code(refuse.refuse(People.APPROVING_OFFICER, CASE, "字".repeat(501))))
                .isEqualTo(TokenError.NO_WORDS);
        assertThat(code(refuse.refuse(People.PRODUCER, CASE, "不在窗口")))
                .isEqualTo(TokenError.NOT_AN_OFFICER);
        done(refuse.refuse(People.APPROVING_OFFICER, CASE, "经办人手机无人接听"));
        assertThat(unlocking.use(UnlockingRoom.Heard.class).refused).containsExactly("经办人手机无人接听");
        assertThat(code(unlocking.grant.byOfficer(People.APPROVING_OFFICER, CASE, false)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(unlocking.answer(unlocking.question())))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(refuse.refuse(People.APPROVING_OFFICER, CASE, "又一次")))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(unlocking.room.hall().journal()).contains("token.unlocking-refused");
    }

    @Test
    void whoever_took_the_case_in_at_the_counter_neither_grants_nor_refuses_it() {
        unlocking.open(Set.of(People.APPROVING_OFFICER.operator()), UnlockMode.COUNTER);
        assertThat(code(unlocking.grant.byOfficer(People.APPROVING_OFFICER, CASE, true)))
                .isEqualTo(TokenError.RECEIVED_BY_YOURSELF);
        assertThat(
                        code(
                                unlocking
                                        .use(RefuseUnlocking.class)
                                        .refuse(People.APPROVING_OFFICER, CASE, "不符")))
                .isEqualTo(TokenError.RECEIVED_BY_YOURSELF);
        assertThat(
                        done(unlocking
                                        .use(ListUnlockings.class)
                                        .one(People.APPROVING_OFFICER, CASE))
                                .receivedByReader())
                .isTrue();
        done(unlocking.grant.byOfficer(People.OTHER_APPROVING_OFFICER, CASE, true));
    }

    @Test
    void refuses_a_proof_that_is_not_the_keys() {
        unlocking.open(UnlockMode.SMS_CODE);
        unlocking.grantByCode();
        TokenGrant given = done(unlocking.answer(unlocking.question()));
        byte[] proof = new SoftwareSigningKey(unlocking.reply).sign(given.toSign());
        assertThat(
                        code(
                                unlocking
                                        .use(ConfirmUnlocking.class)
                                        .confirm(People.SUBSCRIBER, CASE, proof)))
                .isEqualTo(TokenError.PROOF_WRONG);
        assertThat(code(unlocking.use(ConfirmUnlocking.class).confirm(STRANGER, CASE, proof)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
    }

    @Test
    void the_halls_keys_are_made_once_and_lie_sealed() {
        ReadUnlockKeys.Points first = unlocking.use(ReadUnlockKeys.class).read();
        ReadUnlockKeys.Points again = unlocking.use(ReadUnlockKeys.class).read();
        assertThat(Arrays.equals(first.signing(), again.signing())).isTrue();
        assertThat(Arrays.equals(first.encryption(), again.encryption())).isTrue();
        assertThat(Arrays.equals(first.signing(), first.encryption())).isFalse();
    }
}
