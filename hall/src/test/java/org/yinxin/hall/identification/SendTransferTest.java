package org.yinxin.hall.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;
import static org.yinxin.hall.testing.Outcomes.refusal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.identification.BankCheckView.Stage;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.testing.People;
import org.yinxin.standins.identity.Steering.Behaviour;
import org.yinxin.standins.identity.Transfer;

/** 0.01 yuan to the unit's own account with a secret in the memo. */
class SendTransferTest {

    private static final String UNIT = "云岭市星河测试（集团）有限公司";
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private static IdentificationSite site;

    private final String account = "15010000000" + NUMBERS.incrementAndGet() + "1";

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

    private static Outcome<BankCheckView> send(CheckKey key, String number) {
        return send(key, UNIT, number, "云岭市测试银行星河支行");
    }

    private static Outcome<BankCheckView> send(
            CheckKey key, String name, String number, String bank) {
        return site.hall
                .get(SendTransfer.class)
                .send(People.SUBSCRIBER, key, UNIT, new TypedAccount(name, number, bank));
    }

    private static Outcome<BankCheckView> confirm(CheckKey key, String memo) {
        return site.hall.get(ConfirmTransfer.class).confirm(People.SUBSCRIBER, key, UNIT, memo);
    }

    private static String wrong(String memo) {
        return memo.startsWith("0") ? "1" + memo.substring(1) : "0" + memo.substring(1);
    }

    private String memo() {
        return site.bank.transfersTo(account).getFirst().memo();
    }

    private static BankCheckView view(CheckKey key) {
        return done(site.hall.get(ReadBankCheck.class).view(key));
    }

    @Test
    void passes_with_the_digits_of_the_memo() {
        CheckKey key = site.openedBank();
        assertThat(view(key).stage()).isEqualTo(Stage.OPEN);
        assertThat(code(confirm(key, "123456"))).isEqualTo(IdentificationError.NOTHING_SENT);
        BankCheckView sent = done(send(key, "云岭市星河测试(集团) 有限公司", account, "云岭市测试银行星河支行"));
        assertThat(sent.stage()).isEqualTo(Stage.SENT);
        assertThat(sent.account()).endsWith("1").startsWith("****");
        assertThat(site.bank.transfersTo(account))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.fen()).isEqualTo(1);
                            assertThat(it.payeeName()).isEqualTo(UNIT);
                            assertThat(it.memo()).matches("[0-9]{6}");
                        });
        String memo = memo();
        assertThat(done(confirm(key, " " + memo + " ")).stage()).isEqualTo(Stage.PASSED);
        assertThat(site.heard(key))
                .singleElement()
                .satisfies(it -> assertThat(it.evidence()).startsWith("BANK MEMO transfer:"));
        assertThat(site.journal(key))
                .containsExactly(
                        "bank-check.opened",
                        "bank-check.started",
                        "bank-check.sent",
                        "bank-check.passed");
        assertThat(code(confirm(key, memo))).isEqualTo(IdentificationError.ALREADY_PASSED);
        assertThat(code(send(key, account))).isEqualTo(IdentificationError.ALREADY_PASSED);
    }

    @Test
    void keeps_neither_the_memo_nor_the_account_in_clear() {
        CheckKey key = site.openedBank();
        done(send(key, account));
        String row =
                site.hall
                        .jdbc()
                        .sql("SELECT t::text FROM identification_transfer t WHERE case_number = :c")
                        .param("c", key.caseNumber().text())
                        .query(String.class)
                        .single();
        assertThat(row).doesNotContain(memo() + ",", account, UNIT);
    }

    @Test
    void the_same_account_again_is_the_same_transfer() {
        CheckKey key = site.openedBank();
        done(send(key, account));
        done(send(key, account));
        assertThat(site.bank.transfersTo(account)).hasSize(1);
    }

    @Test
    void refuses_an_account_of_somebody_else_or_none_at_all() {
        CheckKey key = site.openedBank();
        assertThat(refusal(send(key, "另一家测试公司", account, "云岭市测试银行")))
                .satisfies(
                        it -> {
                            assertThat(it.code())
                                    .isEqualTo(IdentificationError.ACCOUNT_NAME_DIFFERS);
                            assertThat(it.arguments()).containsExactly(UNIT);
                        });
        assertThat(refusal(send(key, "", "12", " ")).violations())
                .extracting(Violation::field)
                .containsExactly("accountName", "accountNumber", "bank");
        assertThat(site.bank.transfersTo(account)).isEmpty();
        assertThat(code(send(IdentificationSite.key(), account)))
                .isEqualTo(IdentificationError.NO_SUCH_CHECK);
    }

    @Test
    void after_a_refusal_by_the_bank_the_account_is_given_again() {
        CheckKey key = site.openedBank();
        assertThat(code(send(key, "150100000000014401")))
                .isEqualTo(IdentificationError.ACCOUNT_REFUSED);
        assertThat(view(key).stage()).isEqualTo(Stage.REFUSED);
        assertThat(code(confirm(key, "123456"))).isEqualTo(IdentificationError.ACCOUNT_REFUSED);
        done(send(key, account));
        assertThat(done(confirm(key, memo())).stage()).isEqualTo(Stage.PASSED);
    }

    @Test
    void a_memo_that_is_wrong_too_often_is_dead_and_another_transfer_is_made() {
        CheckKey key = site.openedBank();
        done(send(key, account));
        String right = memo();
        assertThat(refusal(confirm(key, wrong(right))).arguments()).containsExactly("2");
        assertThat(code(confirm(key, ""))).isEqualTo(IdentificationError.MEMO_WRONG);
        assertThat(code(confirm(key, wrong(right)))).isEqualTo(IdentificationError.MEMO_DEAD);
        assertThat(code(confirm(key, right))).isEqualTo(IdentificationError.MEMO_DEAD);
        assertThat(view(key).stage()).isEqualTo(Stage.DEAD);
        site.hall.clock().advance(Duration.ofSeconds(1));
        assertThat(done(send(key, account)).attemptsLeft()).isEqualTo(IdentificationSite.ATTEMPTS);
        assertThat(site.bank.transfersTo(account)).extracting(Transfer::memo).hasSize(2);
        done(confirm(key, memo()));
    }

    @Test
    void a_memo_is_good_to_the_end_of_its_last_day_in_shanghai() {
        CheckKey key = site.openedBank();
        done(send(key, account));
        String memo = memo();
        Duration left = Duration.between(site.hall.clock().instant(), view(key).expires());
        assertThat(left).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        site.hall.clock().advance(left);
        assertThat(view(key).stage()).isEqualTo(Stage.EXPIRED);
        assertThat(code(confirm(key, memo))).isEqualTo(IdentificationError.MEMO_EXPIRED);
        done(send(key, account));
        done(confirm(key, memo()));
    }

    @Test
    void money_is_not_sent_without_end() {
        CheckKey key = site.openedBank();
        for (int i = 0; i < IdentificationSite.ATTEMPTS; i++) {
            send(key, "15010000000001440" + i + "4401");
        }
        assertThat(code(send(key, account))).isEqualTo(IdentificationError.TOO_MANY_TRANSFERS);
        site.hall.clock().advance(Duration.ofHours(25));
        done(send(key, account));
    }

    @Test
    void a_silent_bank_is_asked_again_by_a_job_and_sends_once() {
        CheckKey key = site.openedBank();
        site.bank.steering().behave(new Behaviour.DoneButSilent());
        assertThat(code(send(key, account))).isEqualTo(IdentificationError.BANK_UNAVAILABLE);
        assertThat(view(key).stage()).isEqualTo(Stage.SENDING);
        assertThat(code(confirm(key, memo()))).isEqualTo(IdentificationError.BANK_UNAVAILABLE);
        site.bank.steering().calm();
        ResumeTransfers job = site.hall.get(ResumeTransfers.class);
        job.run();
        assertThat(view(key).stage()).isEqualTo(Stage.SENDING);
        site.hall.clock().advance(Duration.ofSeconds(21));
        job.run();
        assertThat(view(key).stage()).isEqualTo(Stage.SENT);
        assertThat(site.bank.transfersTo(account)).hasSize(1);
        done(confirm(key, memo()));
    }

    @Test
    void a_dead_or_slow_bank_is_asked_again_by_the_next_start() {
        CheckKey key = site.openedBank();
        site.bank.steering().behave(new Behaviour.Dead());
        assertThat(code(send(key, account))).isEqualTo(IdentificationError.BANK_UNAVAILABLE);
        site.bank.steering().behave(new Behaviour.Slow(Duration.ofMinutes(5)));
        assertThat(code(send(key, account))).isEqualTo(IdentificationError.BANK_UNAVAILABLE);
        site.bank.steering().calm();
        assertThat(done(send(key, account)).stage()).isEqualTo(Stage.SENT);
        assertThat(site.bank.transfersTo(account)).hasSize(1);
    }

    @Test
    void a_bank_that_is_still_at_work_is_waited_for() {
        CheckKey key = site.openedBank();
        assertThat(code(send(key, "150100000000014405")))
                .isEqualTo(IdentificationError.BANK_UNAVAILABLE);
        assertThat(done(send(key, "150100000000014405")).stage()).isEqualTo(Stage.SENT);
    }

    @Test
    void an_account_in_the_name_before_does_not_prove_the_name_after() {
        CheckKey key = site.openedBank();
        done(send(key, account));
        assertThat(
                        code(
                                site.hall
                                        .get(ConfirmTransfer.class)
                                        .confirm(People.SUBSCRIBER, key, "改名测试公司", memo())))
                .isEqualTo(IdentificationError.PARTY_CHANGED);
    }

    @Test
    void nothing_is_told_once_the_gate_is_shut() {
        CheckKey key = site.openedBank();
        done(send(key, account));
        site.hall.get(OpenBankCheck.class).withdraw(People.SUBSCRIBER, key);
        assertThat(code(confirm(key, memo()))).isEqualTo(IdentificationError.NO_SUCH_CHECK);
        assertThat(code(send(key, account))).isEqualTo(IdentificationError.NO_SUCH_CHECK);
    }
}
