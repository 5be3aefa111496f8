package org.yinxin.hall.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.code.EmailAddress;
import org.yinxin.standins.mail.CaughtLetter;
import org.yinxin.standins.mail.MailStandIn;
import org.yinxin.standins.mail.MailSteering.Behaviour;

class SmtpMailGatewayTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-25T09:30:00Z"), ZoneOffset.UTC);
    private static final EmailAddress AGENT = new EmailAddress("agent@yunling.example");
    private static final UUID ID = new UUID(1, 2);
    private static final String TEXT = "您好：\n\n.请打开 https://hall.example/?link=A-b_c\n再见";

    private final MailStandIn server = MailStandIn.start(0, CLOCK);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_letter_arrives_as_it_was_written_and_says_who_wrote_it() {
        assertThat(deliver(Duration.ofSeconds(30))).isEqualTo(new Delivery.Taken());
        CaughtLetter letter = server.letters().getFirst();
        assertThat(letter.to()).isEqualTo(AGENT.value());
        assertThat(letter.subject()).isEqualTo("【印信】解锁：2611-7K4M-9QTX");
        assertThat(letter.text().replace("\r\n", "\n").strip()).isEqualTo(TEXT);
        assertThat(letter.messageId()).isEqualTo("<" + ID + "@yinxin.example>");
    }

    @Test
    void what_the_server_refuses_for_good_is_refused_and_all_else_may_be_tried_again() {
        server.steering().behave(new Behaviour.Refuses(550));
        assertThat(deliver(Duration.ofSeconds(30))).isEqualTo(new Delivery.Refused("SMTP_550"));
        server.steering().behave(new Behaviour.Refuses(451));
        assertThat(deliver(Duration.ofSeconds(30))).isEqualTo(new Delivery.Unreachable("SMTP_451"));
        server.steering().behave(new Behaviour.Dead());
        assertThat(deliver(Duration.ofSeconds(30))).isInstanceOf(Delivery.Unreachable.class);
        server.steering().behave(new Behaviour.DoneButSilent());
        assertThat(deliver(Duration.ofSeconds(30))).isInstanceOf(Delivery.Unreachable.class);
        server.steering().behave(new Behaviour.Slow(Duration.ofMinutes(1)));
        assertThat(deliver(Duration.ofMillis(200))).isInstanceOf(Delivery.Unreachable.class);
        server.close();
        assertThat(deliver(Duration.ofSeconds(30))).isInstanceOf(Delivery.Unreachable.class);
    }

    @Test
    void a_server_without_the_protection_that_is_asked_for_gets_nothing() {
        assertThat(
                        new SmtpMailGateway(
                                        settings(
                                                MailSettings.Security.STARTTLS,
                                                Duration.ofSeconds(30)),
                                        "127.0.0.1",
                                        "hall@yinxin.example",
                                        null,
                                        CLOCK)
                                .deliver(ID, AGENT, "s", TEXT))
                .isInstanceOf(Delivery.Unreachable.class);
        assertThat(server.letters()).isEmpty();
    }

    @Test
    void settings_that_do_not_fit_are_refused_in_words() {
        assertThatThrownBy(() -> settings("nobody", null)).hasMessageContaining("mail.from");
        assertThatThrownBy(() -> settings("a@yinxin.example", "somebody"))
                .hasMessageContaining("belong together");
    }

    private Delivery deliver(Duration within) {
        return new SmtpMailGateway(
                        settings(MailSettings.Security.NONE, within),
                        "127.0.0.1",
                        "hall@yinxin.example",
                        null,
                        CLOCK)
                .deliver(ID, AGENT, "【印信】解锁：2611-7K4M-9QTX", TEXT);
    }

    private MailSettings settings(MailSettings.Security security, Duration within) {
        return new MailSettings(
                "127.0.0.1",
                server.port(),
                "hall@yinxin.example",
                security,
                null,
                null,
                within,
                within);
    }

    private static MailSettings settings(String from, @Nullable String user) {
        return new MailSettings(
                "mail.example",
                25,
                from,
                MailSettings.Security.NONE,
                user,
                null,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }
}
