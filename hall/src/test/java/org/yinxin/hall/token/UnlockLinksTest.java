package org.yinxin.hall.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;
import static org.yinxin.hall.token.UnlockingRoom.CASE;
import static org.yinxin.hall.token.UnlockingRoom.STRANGER;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.testing.People;

/** Unlocking by a link to the agent's mail address. */
class UnlockLinksTest {

    private final UnlockingRoom unlocking = new UnlockingRoom();

    @AfterEach
    void close() {
        unlocking.close();
    }

    /** What is in the newest link. */
    private String link() {
        String whole =
                unlocking.use(UnlockingRoom.Told.class).letters.getLast().arguments().getLast();
        String before = "https://hall.example/applications/" + CASE + "/unlock?link=";
        assertThat(whole).startsWith(before);
        return whole.substring(before.length());
    }

    @Test
    void a_link_to_the_agents_mail_address_grants_it_once() {
        unlocking.open(UnlockMode.EMAIL_LINK);
        assertThat(unlocking.use(UnlockingRoom.Told.class).letters).hasSize(1);
        assertThat(unlocking.use(UnlockingRoom.Told.class).letters.getFirst().to().value())
                .isEqualTo("agent@yunling.example");
        String link = link();
        assertThat(code(unlocking.grant.byLink(People.SUBSCRIBER, CASE, link + "x")))
                .isEqualTo(TokenError.LINK_OVER);
        assertThat(code(unlocking.grant.byLink(STRANGER, CASE, link)))
                .isEqualTo(TokenError.NO_SUCH_UNLOCKING);
        assertThat(code(unlocking.answer(unlocking.question()))).isEqualTo(TokenError.NOT_GRANTED);
        done(unlocking.grant.byLink(People.SUBSCRIBER, CASE, link));
        done(unlocking.answer(unlocking.question()));
        assertThat(code(unlocking.grant.byLink(People.SUBSCRIBER, CASE, link)))
                .isEqualTo(TokenError.LINK_OVER);
        assertThat(unlocking.room.hall().journal())
                .contains("token.link-sent", "token.unlocking-granted");
    }

    @Test
    void another_link_ends_the_one_before_and_each_ends_after_a_day() {
        unlocking.open(UnlockMode.EMAIL_LINK);
        String first = link();
        assertThat(code(unlocking.grant.sendLink(People.SUBSCRIBER, CASE, Locale.ENGLISH)))
                .isEqualTo(TokenError.LINK_JUST_SENT);
        unlocking.room.hall().clock().advance(Duration.ofMinutes(1));
        done(unlocking.grant.sendLink(People.SUBSCRIBER, CASE, Locale.ENGLISH));
        assertThat(code(unlocking.grant.byLink(People.SUBSCRIBER, CASE, first)))
                .isEqualTo(TokenError.LINK_OVER);
        unlocking.room.hall().clock().advance(Duration.ofDays(1));
        assertThat(code(unlocking.grant.byLink(People.SUBSCRIBER, CASE, link())))
                .isEqualTo(TokenError.LINK_OVER);
        done(unlocking.grant.sendLink(People.SUBSCRIBER, CASE, Locale.ENGLISH));
        done(unlocking.grant.byLink(People.SUBSCRIBER, CASE, link()));
    }

    @Test
    void a_plan_without_links_sends_none_and_officers_see_none_that_waits_for_a_link() {
        unlocking.open(UnlockMode.SMS_CODE);
        assertThat(unlocking.use(UnlockingRoom.Told.class).letters).isEmpty();
        assertThat(code(unlocking.grant.sendLink(People.SUBSCRIBER, CASE, Locale.ENGLISH)))
                .isEqualTo(TokenError.NOT_THIS_WAY);
        assertThat(code(unlocking.grant.byLink(People.SUBSCRIBER, CASE, "")))
                .isEqualTo(TokenError.LINK_OVER);
        unlocking.open(UnlockMode.EMAIL_LINK, UnlockMode.SMS_CODE);
        assertThat(
                        done(unlocking
                                        .use(ListUnlockings.class)
                                        .waiting(People.APPROVING_OFFICER, null))
                                .waiting())
                .isEmpty();
    }
}
