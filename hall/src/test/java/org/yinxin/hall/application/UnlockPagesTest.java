package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;

class UnlockPagesTest {

    private static ApplicationSite site;

    @BeforeAll
    static void open() {
        site = new ApplicationSite();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void the_page_says_when_nothing_can_be_unlocked_and_is_for_the_applicant_alone() {
        Actor.Subscriber who = ApplicationSite.newcomer();
        var number = site.opened(who);
        var page = site.somebody(who).get("/applications/" + number + "/unlock");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("现在还不能解锁").doesNotContain("unlock.js", "??");
        var stranger = site.somebody(ApplicationSite.newcomer());
        assertThat(stranger.get("/applications/" + number + "/unlock").statusCode()).isEqualTo(404);
    }

    @Test
    void the_api_refuses_what_nobody_has_opened() {
        Actor.Subscriber who = ApplicationSite.newcomer();
        String path = "/api/v1/applications/" + site.opened(who) + "/unlock";
        var browser = site.somebody(who);
        for (String door : new String[] {"/codes", "/grant", "/answer", "/confirmation"}) {
            var refused = browser.call("POST", path + door, "{}");
            assertThat(refused.statusCode()).as(door).isEqualTo(404);
            assertThat(refused.body()).contains("\"code\":2401");
        }
    }

    @Test
    void anybody_who_applies_learns_what_a_token_pins() {
        var keys =
                site.somebody(ApplicationSite.newcomer())
                        .call("GET", "/api/v1/applications/unlock-keys", null);
        assertThat(keys.statusCode()).isEqualTo(200);
        assertThat(keys.body()).contains("signingKey", "encryptionKey");
    }
}
