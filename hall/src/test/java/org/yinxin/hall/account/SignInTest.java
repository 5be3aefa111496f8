package org.yinxin.hall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.done;
import static org.yinxin.hall.testing.Outcomes.refusal;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.access.IssuedToken;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.testing.HallServer;

class SignInTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(19900);
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final HallServer hall = HallServer.people();
    private final SendSignInCode send = hall.get(SendSignInCode.class);
    private final SignIn signIn = hall.get(SignIn.class);
    private String mobile = "";
    private String address = "";

    @BeforeEach
    void somebody() {
        mobile = "199000" + NUMBERS.incrementAndGet();
        address = "10.0.0." + ADDRESSES.incrementAndGet();
    }

    @Test
    void the_same_number_has_the_same_account_each_time() {
        Actor first = actor(enter(ask()));
        hall.clock().advance(Duration.ofMinutes(2));
        assertThat(actor(enter(ask()))).isEqualTo(first);
    }

    @Test
    void takes_full_width_digits_and_spaces() {
        String code = ask();
        String typed = " " + code.replace('1', '１').replace('7', '７') + " ";
        assertThat(enter(typed)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void refuses_a_wrong_code_and_says_how_many_tries_are_left() {
        String code = ask();
        Refusal refusal = refusal(enter(not(code)));
        assertThat(refusal.code()).isEqualTo(AccountError.CODE_WRONG);
        assertThat(refusal.arguments()).containsExactly("4");
        assertThat(enter(code)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void refuses_the_right_code_after_five_wrong_ones() {
        String code = ask();
        for (int tries = 0; tries < 5; tries++) {
            assertThat(refusal(enter(not(code))).code()).isEqualTo(AccountError.CODE_WRONG);
        }
        assertThat(refusal(enter(code)).code()).isEqualTo(AccountError.CODE_DEAD);
        assertThat(refusal(enter(code)).code()).isEqualTo(AccountError.CODE_DEAD);
    }

    @Test
    void guesses_at_the_same_moment_do_not_get_more_than_five_tries() throws Exception {
        String code = ask();
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            var guesses =
                    guessers.invokeAll(
                            Collections.nCopies(20, () -> refusal(enter(not(code))).code()));
            assertThat(guesses.stream().map(Future::resultNow))
                    .filteredOn(AccountError.CODE_WRONG::equals)
                    .hasSize(5);
        }
        assertThat(refusal(enter(code)).code()).isEqualTo(AccountError.CODE_DEAD);
    }

    @Test
    void refuses_a_code_that_was_used() {
        String code = ask();
        assertThat(enter(code)).isInstanceOf(Outcome.Done.class);
        assertThat(refusal(enter(code)).code()).isEqualTo(AccountError.CODE_USED);
    }

    @Test
    void refuses_an_expired_code() {
        String code = ask();
        hall.clock().advance(Duration.ofMinutes(5));
        assertThat(refusal(enter(code)).code()).isEqualTo(AccountError.CODE_EXPIRED);
    }

    @Test
    void refuses_the_code_of_another_number() {
        String code = ask();
        String other = "199000" + NUMBERS.incrementAndGet();
        assertThat(refusal(signIn.with(other, code, address)).code())
                .isEqualTo(AccountError.CODE_NOT_REQUESTED);
        mobile = other;
        String own = ask();
        if (!own.equals(code)) {
            assertThat(refusal(enter(code)).code()).isEqualTo(AccountError.CODE_WRONG);
        }
    }

    @Test
    void only_the_newest_code_counts() {
        String old = ask();
        hall.clock().advance(Duration.ofSeconds(61));
        String fresh = ask();
        if (!old.equals(fresh)) {
            assertThat(refusal(enter(old)).code()).isEqualTo(AccountError.CODE_WRONG);
        }
        assertThat(enter(fresh)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void refuses_another_code_within_a_minute_and_says_how_long_to_wait() {
        String code = ask();
        hall.clock().advance(Duration.ofSeconds(20));
        Refusal refusal = refusal(send.send(mobile, address, Locale.CHINESE));
        assertThat(refusal.code()).isEqualTo(AccountError.CODE_JUST_SENT);
        assertThat(refusal.arguments()).containsExactly("40");
        assertThat(enter(code)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void refuses_more_than_eight_codes_to_one_number_within_an_hour() {
        startOfAnHour();
        for (int codes = 0; codes < 8; codes++) {
            assertThat(send.send(mobile, address + codes, Locale.CHINESE))
                    .isInstanceOf(Outcome.Done.class);
            hall.clock().advance(Duration.ofSeconds(61));
        }
        assertThat(refusal(send.send(mobile, address, Locale.CHINESE)).code())
                .isEqualTo(AccountError.TOO_MANY_CODES_FOR_NUMBER);
    }

    @Test
    void refuses_too_many_tries_from_one_address_within_an_hour() {
        startOfAnHour();
        for (int tries = 0; tries < 120; tries++) {
            signIn.with(mobile, "000000", address);
        }
        assertThat(refusal(signIn.with(mobile, "000000", address)).code())
                .isEqualTo(AccountError.TOO_MANY_TRIES_FROM_ADDRESS);
        assertThat(refusal(signIn.with(mobile, "000000", address + "9")).code())
                .isEqualTo(AccountError.CODE_NOT_REQUESTED);
    }

    @Test
    void refuses_what_is_no_mobile_number() {
        assertThat(refusal(send.send("0471-123456", address, Locale.CHINESE)).code())
                .isEqualTo(AccountError.MOBILE_INVALID);
        assertThat(refusal(signIn.with("1", "000000", address)).code())
                .isEqualTo(AccountError.MOBILE_INVALID);
    }

    @Test
    void stores_neither_number_nor_code_nor_token_in_the_clear() {
        String code = ask();
        IssuedToken token = done(enter(code));
        String everything =
                String.join(
                        "\n",
                        hall.jdbc()
                                .sql(
                                        """
                                        SELECT encode(convert_to(account::text, 'UTF8'), 'escape') FROM account
                                        UNION ALL SELECT account_sign_in_code::text FROM account_sign_in_code
                                        UNION ALL SELECT notification_outbox::text FROM notification_outbox
                                        UNION ALL SELECT access_token::text FROM access_token
                                        UNION ALL SELECT journal::text FROM journal
                                        """)
                                .query(String.class)
                                .list());
        assertThat(everything).doesNotContain(mobile, token.token(), "验证码 " + code);
    }

    private String ask() {
        assertThat(send.send(mobile, address, Locale.CHINESE)).isInstanceOf(Outcome.Done.class);
        return hall.codeSentTo(mobile);
    }

    private Outcome<IssuedToken> enter(String code) {
        return signIn.with(mobile, code, address);
    }

    private Actor actor(Outcome<IssuedToken> outcome) {
        return hall.get(Tokens.class).actorOf(done(outcome).token()).orElseThrow();
    }

    private void startOfAnHour() {
        long past = hall.clock().instant().getEpochSecond() % 3600;
        hall.clock().advance(Duration.ofSeconds(3600 - past));
    }

    private static String not(String code) {
        return code.charAt(0) == '9' ? "0" + code.substring(1) : "9" + code.substring(1);
    }
}
