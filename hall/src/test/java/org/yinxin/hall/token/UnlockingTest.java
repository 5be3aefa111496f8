package org.yinxin.hall.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;

import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.access.AccessRoom;
import org.yinxin.hall.account.AccountError;
import org.yinxin.hall.account.AccountRoom;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.issuance.IssuanceRoom;
import org.yinxin.hall.issuance.ProducedPair;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.notification.ShortMessage;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.subscriber.LostCases;
import org.yinxin.hall.testing.People;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.Sm3;
import org.yinxin.pki.key.SoftwareSigningKey;

/** Unlocking from the hall's side; the token is played by what its file would hold. */
class UnlockingTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CaseNumber CASE = new CaseNumber("2611-0000-0007");
    private static final Actor.Subscriber STRANGER =
            new Actor.Subscriber(new AccountId(new UUID(9, 9)), "199****0009");
    private static final String TOKEN = "k1abc";

    private final IssuanceRoom room =
            new IssuanceRoom(
                    List.of("access", "account", "token"),
                    AccountRoom.Confirmation.class,
                    AccessRoom.LIMITS,
                    Told.class,
                    Heard.class,
                    Former.class,
                    Unlockings.class,
                    UnlockKeys.class,
                    ReadUnlockKeys.class,
                    OpenUnlocking.class,
                    GrantUnlocking.class,
                    AnswerToken.class,
                    ListUnlockings.class,
                    RefuseUnlocking.class,
                    ConfirmUnlocking.class);
    private final GrantUnlocking grant = use(GrantUnlocking.class);
    private final ProducedPair pair = room.issueOwn();
    private final byte[] share = octets();
    private final KeyPair reply = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);

    /** Somebody who may not act for the organisation any more, once said. */
    static final class Former implements LostCases {
        @Nullable AccountId account;

        @Override
        public boolean lost(AccountId asked, CaseNumber number) {
            return asked.equals(account);
        }
    }

    /** Remembers the messages. */
    static final class Told implements Notify {
        final List<ShortMessage> messages = new ArrayList<>();

        @Override
        public void sms(ShortMessage message) {
            messages.add(message);
        }

        @Override
        public void inbox(
                AccountId to, String template, @Nullable String link, String... arguments) {
            throw new UnsupportedOperationException();
        }
    }

    static final class Heard {
        final List<TokenUnlocked> events = new ArrayList<>();
        final List<String> refused = new ArrayList<>();

        @EventListener
        void on(TokenUnlocked event) {
            events.add(event);
        }

        @EventListener
        void on(UnlockRefused event) {
            refused.add(event.words());
        }
    }

    @AfterEach
    void close() {
        room.close();
    }

    private <T> T use(Class<T> type) {
        return room.hall().get(type);
    }

    private static byte[] octets() {
        byte[] octets = new byte[32];
        RANDOM.nextBytes(octets);
        return octets;
    }

    private void open(UnlockMode... modes) {
        open(Set.of(), modes);
    }

    private void open(Set<OperatorId> receivedBy, UnlockMode... modes) {
        new TransactionTemplate(use(PlatformTransactionManager.class))
                .executeWithoutResult(
                        _ ->
                                use(OpenUnlocking.class)
                                        .open(
                                                People.SUBSCRIBER,
                                                CASE,
                                                pair.id(),
                                                People.SUBSCRIBER.account(),
                                                Set.of(modes),
                                                "19900000001",
                                                receivedBy));
    }

    private TokenQuestion question(byte[] nonce, String told, byte[] certificate) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        plain.writeBytes(share);
        plain.write(told.length());
        plain.writeBytes(told.getBytes(UTF_8));
        plain.writeBytes(Sm3.digest(certificate));
        try {
            return new TokenQuestion(
                    TOKEN,
                    nonce,
                    PublicKeys.sm2Point(reply.getPublic()),
                    Sm2Encryption.encrypt(
                            PublicKeys.fromSm2Point(use(ReadUnlockKeys.class).read().encryption()),
                            plain.toByteArray(),
                            RANDOM));
        } catch (MalformedKeyException e) {
            throw new AssertionError(e);
        }
    }

    private TokenQuestion question() {
        return question(octets(), TOKEN, pair.signCertificate());
    }

    private Outcome<TokenGrant> answer(TokenQuestion question) {
        return use(AnswerToken.class).answer(People.SUBSCRIBER, CASE, question);
    }

    private void grantByCode() {
        done(grant.sendCode(People.SUBSCRIBER, CASE, Locale.SIMPLIFIED_CHINESE));
        String sent = use(Told.class).messages.getLast().arguments().getFirst();
        done(grant.byCode(People.SUBSCRIBER, CASE, sent));
    }

    @Test
    void the_agents_code_grants_it_and_the_token_gets_its_half_and_the_key_proves_itself()
            throws Exception {
        open(UnlockMode.SMS_CODE);
        grantByCode();
        TokenQuestion question = question();
        TokenGrant given = done(answer(question));
        assertThat(
                        Signatures.verify(
                                PublicKeys.fromSm2Point(use(ReadUnlockKeys.class).read().signing()),
                                KeyAlgorithm.SM2.signatureAlgorithm(),
                                given.statement(),
                                given.signature()))
                .isTrue();
        String[] lines = new String(given.statement(), UTF_8).split("\n", -1);
        assertThat(lines).hasSize(4).startsWith("Yinxin unlock grant 1", TOKEN);
        assertThat(Base64.getDecoder().decode(lines[2])).isEqualTo(question.nonce());
        assertThat(Sm2Encryption.decrypt(reply.getPrivate(), Base64.getDecoder().decode(lines[3])))
                .isEqualTo(share);
        byte[] proof = new SoftwareSigningKey(room.signing()).sign(given.toSign());
        done(use(ConfirmUnlocking.class).confirm(People.SUBSCRIBER, CASE, proof));
        done(use(ConfirmUnlocking.class).confirm(People.SUBSCRIBER, CASE, proof));
        assertThat(use(Heard.class).events).hasSize(1);
        assertThat(code(answer(question()))).isEqualTo(TokenError.NO_SUCH_UNLOCKING);
    }

    @Test
    void refuses_whoever_may_not_act_for_the_organisation_any_more() {
        open(UnlockMode.SMS_CODE);
        grantByCode();
        use(Former.class).account = People.SUBSCRIBER.account();
        assertThat(code(answer(question()))).isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(grant.sendCode(People.SUBSCRIBER, CASE, Locale.CHINESE)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(grant.byCode(People.SUBSCRIBER, CASE, "000000")))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(use(ConfirmUnlocking.class).confirm(People.SUBSCRIBER, CASE, new byte[1])))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
    }

    @Test
    void a_grant_answers_one_question_as_often_as_it_is_asked() {
        open(UnlockMode.SMS_CODE);
        grantByCode();
        TokenQuestion question = question();
        done(answer(question));
        done(answer(question));
        assertThat(code(answer(question()))).isEqualTo(TokenError.ANSWERED_ALREADY);
        room.hall().clock().advance(Duration.ofMinutes(2));
        grantByCode();
        done(answer(question()));
    }

    @Test
    void a_grant_ends_and_without_one_nothing_is_answered() {
        open(UnlockMode.SMS_CODE);
        assertThat(code(answer(question()))).isEqualTo(TokenError.NOT_GRANTED);
        grantByCode();
        room.hall().clock().advance(Duration.ofMinutes(16));
        assertThat(code(answer(question()))).isEqualTo(TokenError.NOT_GRANTED);
        assertThat(code(use(ConfirmUnlocking.class).confirm(People.SUBSCRIBER, CASE, new byte[1])))
                .isEqualTo(TokenError.NOT_GRANTED);
    }

    @Test
    void refuses_a_medium_that_does_not_hold_the_certificate_of_the_case() {
        open(UnlockMode.SMS_CODE);
        grantByCode();
        assertThat(code(answer(question(octets(), TOKEN, new byte[] {1}))))
                .isEqualTo(TokenError.ANOTHER_MEDIUM);
        assertThat(code(answer(question(octets(), "k2xyz", pair.signCertificate()))))
                .isEqualTo(TokenError.ANOTHER_MEDIUM);
        TokenQuestion good = question();
        byte[] changed = good.share().clone();
        changed[changed.length - 1] ^= 1;
        for (TokenQuestion bad :
                List.of(
                        new TokenQuestion(TOKEN, good.nonce(), good.replyKey(), changed),
                        new TokenQuestion(TOKEN, good.nonce(), new byte[3], good.share()),
                        new TokenQuestion(TOKEN, new byte[3], good.replyKey(), good.share()))) {
            assertThat(code(answer(bad))).isEqualTo(TokenError.QUESTION_UNREADABLE);
        }
        done(answer(good));
    }

    @Test
    void refuses_a_wrong_code_strangers_and_ways_that_the_plan_has_not() {
        open(UnlockMode.SMS_CODE);
        done(grant.sendCode(People.SUBSCRIBER, CASE, Locale.ENGLISH));
        String sent = use(Told.class).messages.getLast().arguments().getFirst();
        String wrong = sent.equals("000000") ? "000001" : "000000";
        assertThat(code(grant.byCode(People.SUBSCRIBER, CASE, wrong)))
                .isEqualTo(AccountError.CODE_WRONG);
        assertThat(code(grant.byCode(STRANGER, CASE, sent)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(grant.sendCode(STRANGER, CASE, Locale.ENGLISH)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(use(AnswerToken.class).answer(STRANGER, CASE, question())))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(grant.byOfficer(People.APPROVING_OFFICER, CASE, false)))
                .isEqualTo(TokenError.NOT_THIS_WAY);
    }

    @Test
    void an_officer_grants_where_the_plan_says_so() {
        open(UnlockMode.OFFICER, UnlockMode.COUNTER);
        assertThat(code(grant.sendCode(People.SUBSCRIBER, CASE, Locale.ENGLISH)))
                .isEqualTo(TokenError.NOT_THIS_WAY);
        assertThat(code(grant.byOfficer(People.ENTRY_OFFICER, CASE, false)))
                .isEqualTo(TokenError.NOT_AN_OFFICER);
        assertThat(code(grant.byOfficer(People.PRODUCER, CASE, false)))
                .isEqualTo(TokenError.NOT_AN_OFFICER);
        done(grant.byOfficer(People.PRODUCER, CASE, true));
        done(grant.byOfficer(People.APPROVING_OFFICER, CASE, false));
        done(answer(question()));
        assertThat(room.hall().journal()).contains("token.unlocking-granted");
    }

    @Test
    void officers_see_what_waits_for_them_and_what_is_in_the_medium() {
        ListUnlockings list = use(ListUnlockings.class);
        open(UnlockMode.SMS_CODE);
        assertThat(done(list.waiting(People.APPROVING_OFFICER, null)).waiting()).isEmpty();
        assertThat(code(list.one(People.APPROVING_OFFICER, CASE)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        open(UnlockMode.OFFICER, UnlockMode.SMS_CODE);
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
        done(grant.byOfficer(People.APPROVING_OFFICER, CASE, false));
        assertThat(done(list.one(People.APPROVING_OFFICER, CASE)).grantedUntil()).isNotNull();
    }

    @Test
    void an_officer_refuses_with_words_and_then_nothing_is_granted_or_answered() {
        RefuseUnlocking refuse = use(RefuseUnlocking.class);
        open(UnlockMode.OFFICER);
        done(grant.byOfficer(People.APPROVING_OFFICER, CASE, false));
        assertThat(code(refuse.refuse(People.APPROVING_OFFICER, CASE, " ")))
                .isEqualTo(TokenError.NO_WORDS);
        assertThat(code(refuse.refuse(People.APPROVING_OFFICER, CASE, "字".repeat(501))))
                .isEqualTo(TokenError.NO_WORDS);
        assertThat(code(refuse.refuse(People.PRODUCER, CASE, "不在窗口")))
                .isEqualTo(TokenError.NOT_AN_OFFICER);
        done(refuse.refuse(People.APPROVING_OFFICER, CASE, "经办人手机无人接听"));
        assertThat(use(Heard.class).refused).containsExactly("经办人手机无人接听");
        assertThat(code(grant.byOfficer(People.APPROVING_OFFICER, CASE, false)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(answer(question()))).isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(refuse.refuse(People.APPROVING_OFFICER, CASE, "又一次")))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(room.hall().journal()).contains("token.unlocking-refused");
    }

    @Test
    void whoever_took_the_case_in_at_the_counter_neither_grants_nor_refuses_it() {
        open(Set.of(People.APPROVING_OFFICER.operator()), UnlockMode.COUNTER);
        assertThat(code(grant.byOfficer(People.APPROVING_OFFICER, CASE, true)))
                .isEqualTo(TokenError.RECEIVED_BY_YOURSELF);
        assertThat(code(use(RefuseUnlocking.class).refuse(People.APPROVING_OFFICER, CASE, "不符")))
                .isEqualTo(TokenError.RECEIVED_BY_YOURSELF);
        assertThat(
                        done(use(ListUnlockings.class).one(People.APPROVING_OFFICER, CASE))
                                .receivedByReader())
                .isTrue();
        done(grant.byOfficer(People.OTHER_APPROVING_OFFICER, CASE, true));
    }

    @Test
    void refuses_a_proof_that_is_not_the_keys() {
        open(UnlockMode.SMS_CODE);
        grantByCode();
        TokenGrant given = done(answer(question()));
        byte[] proof = new SoftwareSigningKey(reply).sign(given.toSign());
        assertThat(code(use(ConfirmUnlocking.class).confirm(People.SUBSCRIBER, CASE, proof)))
                .isEqualTo(TokenError.PROOF_WRONG);
        assertThat(code(use(ConfirmUnlocking.class).confirm(STRANGER, CASE, proof)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
    }

    @Test
    void the_halls_keys_are_made_once_and_lie_sealed() {
        ReadUnlockKeys.Points first = use(ReadUnlockKeys.class).read();
        ReadUnlockKeys.Points again = use(ReadUnlockKeys.class).read();
        assertThat(Arrays.equals(first.signing(), again.signing())).isTrue();
        assertThat(Arrays.equals(first.encryption(), again.encryption())).isTrue();
        assertThat(Arrays.equals(first.signing(), first.encryption())).isFalse();
    }
}
