package org.yinxin.hall.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.code.EmailAddress;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.testing.HallServer;
import org.yinxin.hall.testing.People;
import org.yinxin.standins.mail.CaughtLetter;
import org.yinxin.standins.sms.SmsSteering.Behaviour;

class SendMessagesTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(19900);

    private final HallServer hall = HallServer.people();
    private final Notify notify = hall.get(Notify.class);
    private final SendMessages send = hall.get(SendMessages.class);
    private final ReviveMessage revive = hall.get(ReviveMessage.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(hall.get(PlatformTransactionManager.class));
    private MobileNumber mobile = new MobileNumber("19900009999");

    @BeforeEach
    void somebody() {
        mobile = new MobileNumber("199100" + NUMBERS.incrementAndGet());
        hall.jdbc().sql("DELETE FROM notification_outbox").update();
    }

    @AfterEach
    void calm() {
        hall.sms().steering().calm();
    }

    @Test
    void sends_right_after_the_commit_without_any_job() {
        write(Duration.ofMinutes(5));
        until("SENT");
        assertThat(texts()).singleElement().asString().contains("【印信】", "424242");
    }

    @Test
    void a_letter_goes_out_like_a_short_message_and_is_forgotten_once_it_was_taken() {
        transaction.executeWithoutResult(
                _ ->
                        notify.mail(
                                new Mail(
                                        new EmailAddress("agent@yunling.example"),
                                        "token.mail.link",
                                        List.of("2611-7K4M-9QTX", "https://hall.example/x"),
                                        Locale.SIMPLIFIED_CHINESE,
                                        Duration.ofHours(1))));
        until("SENT");
        CaughtLetter letter = hall.mail().letters().getFirst();
        assertThat(letter.subject()).contains("【印信】", "2611-7K4M-9QTX");
        assertThat(letter.text()).contains("https://hall.example/x");
        assertThat(
                        hall.jdbc()
                                .sql(
                                        "SELECT num_nulls(recipient, subject, body) FROM notification_outbox")
                                .query(Integer.class)
                                .single())
                .isEqualTo(3);
    }

    @Test
    void sends_nothing_when_the_transaction_is_rolled_back() {
        transaction.executeWithoutResult(
                status -> {
                    notify.sms(mobile, "account.sms.code", "424242", "5");
                    status.setRollbackOnly();
                });
        send.due();
        assertThat(texts()).isEmpty();
    }

    @Test
    void refuses_to_tell_outside_of_a_transaction() {
        assertThatThrownBy(() -> notify.sms(mobile, "account.sms.code", "1", "5"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tries_again_later_while_the_gateway_is_dead() {
        hall.sms().steering().behave(new Behaviour.Dead());
        write(Duration.ofMinutes(5));
        untilAttempts(1);
        send.due();
        assertThat(attempts()).isEqualTo(1);
        hall.sms().steering().calm();
        hall.clock().advance(Duration.ofSeconds(6));
        send.due();
        until("SENT");
        assertThat(texts()).hasSize(1);
    }

    @Test
    void delivers_once_when_the_gateway_took_it_and_its_answer_was_lost() {
        hall.sms().steering().behave(new Behaviour.DoneButSilent());
        write(Duration.ofMinutes(5));
        untilAttempts(1);
        hall.sms().steering().calm();
        hall.clock().advance(Duration.ofSeconds(6));
        send.due();
        until("SENT");
        assertThat(texts()).hasSize(1);
    }

    @Test
    void takes_over_what_a_node_that_died_had_taken() {
        hall.sms().steering().behave(new Behaviour.Answers(503));
        write(Duration.ofMinutes(10));
        untilAttempts(1);
        hall.sms().steering().calm();
        hall.clock().advance(Duration.ofMinutes(3));
        send.due();
        until("SENT");
    }

    @Test
    void gives_up_what_is_no_longer_worth_sending_and_forgets_its_words() {
        hall.sms().steering().behave(new Behaviour.Dead());
        write(Duration.ofMinutes(5));
        untilAttempts(1);
        hall.sms().steering().calm();
        hall.clock().advance(Duration.ofMinutes(6));
        send.due();
        UnsentMessage unsent = unsent();
        assertThat(unsent.givenUp()).isTrue();
        assertThat(unsent.repeatable()).isFalse();
        assertThat(unsent.fault()).isEqualTo("TOO_LATE");
        assertThat(texts()).isEmpty();
        assertThat(code(revive.revive(People.ADMINISTRATOR, unsent.id())))
                .isEqualTo(NotificationError.NOT_REPEATABLE);
    }

    @Test
    void gives_up_what_the_gateway_refuses_for_good_until_staff_has_it_tried_again() {
        hall.sms().steering().behave(new Behaviour.Answers(422));
        write(Duration.ofHours(1));
        until("GIVEN_UP");
        UnsentMessage unsent = unsent();
        assertThat(unsent.fault()).isEqualTo("HTTP_422");
        assertThat(unsent.masked()).isEqualTo(mobile.masked());
        hall.sms().steering().calm();
        done(revive.revive(People.ADMINISTRATOR, unsent.id()));
        send.due();
        assertThat(texts()).hasSize(1);
        assertThat(code(revive.revive(People.ADMINISTRATOR, unsent.id())))
                .isEqualTo(NotificationError.NOT_REPEATABLE);
        assertThat(code(revive.revive(People.ADMINISTRATOR, UUID.randomUUID())))
                .isEqualTo(NotificationError.NOT_REPEATABLE);
    }

    @Test
    void a_sent_message_leaves_neither_number_nor_words() {
        write(Duration.ofMinutes(5));
        until("SENT");
        assertThat(
                        hall.jdbc()
                                .sql(
                                        "SELECT count(*) FROM notification_outbox WHERE recipient IS NOT NULL OR body IS NOT NULL")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void an_inbox_is_read_in_the_language_of_its_reader_and_by_nobody_else() {
        var who = new Actor.Subscriber(new AccountId(UUID.randomUUID()), "199****0001");
        transaction.executeWithoutResult(
                status -> notify.inbox(who.account(), "error.1004", "/inbox", "3"));
        var inbox = hall.get(ReadInbox.class);
        assertThat(inbox.page(who, 1, Locale.SIMPLIFIED_CHINESE).messages().getFirst().text())
                .contains("还可以再试 3 次");
        var english = inbox.page(who, 99, Locale.ENGLISH);
        assertThat(english.messages().getFirst().text()).contains("3 more times");
        assertThat(english.unread()).isEqualTo(1);
        assertThat(inbox.page(People.SUBSCRIBER, 1, Locale.ENGLISH).messages()).isEmpty();
        inbox.markAllRead(who);
        assertThat(inbox.page(who, 1, Locale.ENGLISH).unread()).isZero();
    }

    private void write(Duration worthFor) {
        transaction.executeWithoutResult(
                status ->
                        notify.sms(
                                new ShortMessage(
                                        mobile,
                                        "account.sms.code",
                                        List.of("424242", "5"),
                                        Locale.SIMPLIFIED_CHINESE,
                                        worthFor)));
    }

    private List<String> texts() {
        return hall.sms().messagesTo(mobile.value()).stream().map(each -> each.text()).toList();
    }

    private UnsentMessage unsent() {
        return revive.unsent().getFirst();
    }

    private int attempts() {
        return unsent().attempts();
    }

    private void until(String state) {
        until("state = '" + state + "'", state);
    }

    /** Until the try has not only begun but also met its fault. */
    private void untilAttempts(int attempts) {
        until("attempts = " + attempts + " AND fault IS NOT NULL", "try " + attempts);
    }

    private void until(String condition, String what) {
        for (int tries = 0; tries < 3_600; tries++) {
            if (hall.jdbc()
                            .sql("SELECT count(*) FROM notification_outbox WHERE " + condition)
                            .query(Integer.class)
                            .single()
                    == 1) {
                return;
            }
            try {
                Thread.sleep(Duration.ofMillis(50));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("never came to " + what);
    }
}
