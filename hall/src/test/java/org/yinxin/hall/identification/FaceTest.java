package org.yinxin.hall.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.identification.IdentityView.Stage;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.testing.People;
import org.yinxin.standins.identity.Steering.Behaviour;

/** A face is looked into by a telephone; the result is called back, or asked for, and never believed from others. */
class FaceTest {

    private static IdentificationSite site;

    private final Subject who = IdentificationSite.person("测试甲");

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

    private static CheckKey opened() {
        return site.opened(false, IdentityMethod.FACE, IdentityMethod.SMS);
    }

    private String link(CheckKey key) {
        IdentityView view = done(start(key));
        assertThat(view.stage()).isEqualTo(Stage.FACE_WAITING);
        return Objects.requireNonNull(view.face()).link().toString();
    }

    private Outcome<IdentityView> start(CheckKey key) {
        return site.hall
                .get(StartIdentification.class)
                .start(People.SUBSCRIBER, key, IdentityMethod.FACE, who, "");
    }

    private Outcome<IdentityView> confirm(CheckKey key) {
        return site.hall.get(ConfirmIdentification.class).confirm(People.SUBSCRIBER, key, who, "");
    }

    private static Stage stage(CheckKey key) {
        return done(site.hall.get(ReadIdentification.class).view(key)).stage();
    }

    @Test
    void passes_when_the_source_calls_back() {
        CheckKey key = opened();
        String link = link(key);
        assertThat(code(confirm(key))).isEqualTo(IdentificationError.FACE_WAITING);
        assertThat(link(key)).isEqualTo(link);
        assertThat(site.realName.look(link, true)).isTrue();
        assertThat(stage(key)).isEqualTo(Stage.PASSED);
        assertThat(done(confirm(key)).stage()).isEqualTo(Stage.PASSED);
        assertThat(site.heard(key))
                .singleElement()
                .satisfies(it -> assertThat(it.by().reference()).isEqualTo("hall:face-notice"));
    }

    @Test
    void passes_when_we_ask_and_no_call_back_ever_came() {
        site.realName.notices().fallSilent(true);
        CheckKey key = opened();
        site.realName.look(link(key), true);
        assertThat(stage(key)).isEqualTo(Stage.FACE_WAITING);
        assertThat(done(confirm(key)).stage()).isEqualTo(Stage.PASSED);
    }

    @Test
    void passes_when_nobody_looks_at_the_page_again_because_a_job_asks() {
        site.realName.notices().fallSilent(true);
        CheckKey key = opened();
        site.realName.look(link(key), true);
        CheckFaces job = site.hall.get(CheckFaces.class);
        job.run();
        assertThat(stage(key)).isEqualTo(Stage.FACE_WAITING);
        site.hall.clock().advance(Duration.ofSeconds(21));
        job.run();
        assertThat(stage(key)).isEqualTo(Stage.PASSED);
    }

    @Test
    void another_face_is_refused_and_counted() {
        site.realName.notices().fallSilent(true);
        CheckKey key = opened();
        site.realName.look(link(key), false);
        assertThat(code(confirm(key))).isEqualTo(IdentificationError.FACE_DIFFERS);
        assertThat(site.tries(key)).containsExactly("FACE=REFUSED/MISMATCH");
        assertThat(done(site.hall.get(ReadIdentification.class).view(key)).attemptsLeft())
                .isEqualTo(2);
    }

    @Test
    void a_forged_call_back_changes_nothing_and_is_journalled() {
        CheckKey key = opened();
        String link = link(key);
        assertThat(site.realName.pretend(link, "a-guessed-secret")).isEqualTo(401);
        assertThat(stage(key)).isEqualTo(Stage.FACE_WAITING);
        assertThat(site.realName.tellAgain(link, IdentificationSite.SECRET, Duration.ofMinutes(6)))
                .isEqualTo(401);
        assertThat(
                        site.hall
                                .jdbc()
                                .sql(
                                        "SELECT count(*) FROM journal WHERE action = 'identification.notice-forged'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void a_call_back_that_comes_again_or_late_changes_nothing() {
        CheckKey key = opened();
        String link = link(key);
        site.realName.look(link, true);
        assertThat(site.realName.tellAgain(link, IdentificationSite.SECRET, Duration.ZERO))
                .isEqualTo(204);
        assertThat(site.heard(key)).hasSize(1);

        CheckKey other = opened();
        String late = link(other);
        done(
                site.hall
                        .get(StartIdentification.class)
                        .start(People.SUBSCRIBER, other, IdentityMethod.SMS, who, ""));
        site.realName.look(late, true);
        assertThat(stage(other)).isEqualTo(Stage.CODE_SENT);
        assertThat(site.heard(other)).isEmpty();
    }

    @Test
    void a_link_that_nobody_opened_ends_without_being_counted() {
        CheckKey key = opened();
        String link = link(key);
        site.hall.clock().advance(Duration.ofMinutes(11));
        assertThat(stage(key)).isEqualTo(Stage.OPEN);
        assertThat(site.realName.look(link, true)).isFalse();
        assertThat(code(confirm(key))).isEqualTo(IdentificationError.FACE_EXPIRED);
        assertThat(link(key)).isNotEqualTo(link);
        assertThat(done(site.hall.get(ReadIdentification.class).view(key)).attemptsLeft())
                .isEqualTo(IdentificationSite.ATTEMPTS);
    }

    @Test
    void a_dead_source_leaves_the_gate_open() {
        CheckKey key = opened();
        site.realName.steering().behave(new Behaviour.Dead());
        assertThat(code(start(key))).isEqualTo(IdentificationError.SOURCE_UNAVAILABLE);
        site.realName.steering().calm();
        String link = link(key);
        site.realName.steering().behave(new Behaviour.Dead());
        assertThat(code(confirm(key))).isEqualTo(IdentificationError.SOURCE_UNAVAILABLE);
        site.realName.steering().calm();
        assertThat(link(key)).isEqualTo(link);
    }
}
