package org.yinxin.hall.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;
import static org.yinxin.hall.testing.Outcomes.refusal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.hall.access.IssuedToken;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.testing.HallServer;

class OperatorsTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final Actor FIRST = new Actor.Hall("first-start");

    private final HallServer hall = HallServer.people();
    private final CreateOperator create = hall.get(CreateOperator.class);
    private final ChangeOperator change = hall.get(ChangeOperator.class);
    private final SignInOperator signIn = hall.get(SignInOperator.class);

    @Test
    void signs_in_with_the_password_that_was_made() {
        CreatedOperator made = make(Role.ENTRY_OFFICER, Role.PRODUCER);
        Actor actor =
                actor(
                        signIn.with(
                                made.name().toUpperCase(Locale.ROOT), made.initialPassword(), "a"));
        assertThat(actor)
                .isEqualTo(
                        new Actor.Operator(
                                made.id(), made.name(), Set.of(Role.ENTRY_OFFICER, Role.PRODUCER)));
    }

    @Test
    void does_not_tell_an_unknown_name_from_a_wrong_password() {
        CreatedOperator made = make(Role.AUDITOR);
        assertThat(refusal(signIn.with(made.name(), "wrong", "b")))
                .isEqualTo(refusal(signIn.with("nobody-of-this-name", "wrong", "b")));
    }

    @Test
    void locks_after_five_failures_for_longer_and_longer_even_with_the_right_password() {
        CreatedOperator made = make(Role.AUDITOR);
        for (int tries = 0; tries < 5; tries++) {
            assertThat(code(signIn.with(made.name(), "wrong", "c")))
                    .isEqualTo(OperatorError.SIGN_IN_WRONG);
        }
        Outcome<IssuedToken> locked = signIn.with(made.name(), made.initialPassword(), "c");
        assertThat(code(locked)).isEqualTo(OperatorError.LOCKED);
        assertThat(refusal(locked).arguments()).containsExactly("1");
        hall.clock().advance(Duration.ofSeconds(61));
        assertThat(code(signIn.with(made.name(), "wrong", "c")))
                .isEqualTo(OperatorError.SIGN_IN_WRONG);
        assertThat(refusal(signIn.with(made.name(), "wrong", "c")).arguments())
                .containsExactly("2");
        hall.clock().advance(Duration.ofSeconds(121));
        done(signIn.with(made.name(), made.initialPassword(), "c"));
        assertThat(code(signIn.with(made.name(), "wrong", "c")))
                .isEqualTo(OperatorError.SIGN_IN_WRONG);
        done(signIn.with(made.name(), made.initialPassword(), "c"));
    }

    @Test
    void locks_a_name_that_does_not_exist_as_well() {
        for (int tries = 0; tries < 5; tries++) {
            signIn.with("ghost", "wrong", "d");
        }
        assertThat(code(signIn.with("ghost", "wrong", "d"))).isEqualTo(OperatorError.LOCKED);
    }

    @Test
    void refuses_a_name_that_is_taken_whatever_its_case() {
        CreatedOperator made = make(Role.AUDITOR);
        assertThat(
                        code(
                                create.create(
                                        FIRST,
                                        made.name().toUpperCase(Locale.ROOT),
                                        Set.of(Role.AUDITOR))))
                .isEqualTo(OperatorError.NAME_TAKEN);
        assertThat(create.exists(made.name())).isTrue();
    }

    @Test
    void refuses_a_bad_name_and_no_role_together() {
        assertThat(refusal(create.create(FIRST, " <b>", Set.of())).violations())
                .extracting("field")
                .containsExactly("name", "roles");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ENTRY_OFFICER", "APPROVING_OFFICER", "PRODUCER", "AUDITOR"})
    void an_administrator_is_neither_officer_nor_auditor(Role other) {
        assertThat(code(create.create(FIRST, "x1", EnumSet.of(Role.ADMINISTRATOR, other))))
                .isEqualTo(OperatorError.ROLES_NOT_SEPARATED);
        CreatedOperator made = make(other);
        assertThat(
                        code(
                                change.setRoles(
                                        administrator(),
                                        made.id(),
                                        EnumSet.of(Role.ADMINISTRATOR, other),
                                        0)))
                .isEqualTo(OperatorError.ROLES_NOT_SEPARATED);
    }

    @Test
    void an_auditor_is_no_officer() {
        assertThat(code(create.create(FIRST, "x2", EnumSet.of(Role.AUDITOR, Role.PRODUCER))))
                .isEqualTo(OperatorError.ROLES_NOT_SEPARATED);
    }

    @Test
    void nobody_changes_their_own_roles_password_or_account() {
        Actor.Operator self = administrator();
        assertThat(code(change.setRoles(self, self.operator(), Set.of(Role.ADMINISTRATOR), 0)))
                .isEqualTo(OperatorError.OWN_ROLES);
        assertThat(code(change.close(self, self.operator(), 0))).isEqualTo(OperatorError.OWN_ROLES);
        assertThat(code(change.resetPassword(self, self.operator(), 0)))
                .isEqualTo(OperatorError.OWN_ROLES);
    }

    @Test
    void a_change_of_roles_counts_at_the_next_request() {
        CreatedOperator made = make(Role.ENTRY_OFFICER);
        IssuedToken token = done(signIn.with(made.name(), made.initialPassword(), "e"));
        done(change.setRoles(administrator(), made.id(), Set.of(Role.PRODUCER), 0));
        assertThat(hall.get(Tokens.class).actorOf(token.token()).orElseThrow().roles())
                .containsExactly(Role.PRODUCER);
    }

    @Test
    void refuses_a_change_that_another_administrator_has_overtaken() {
        CreatedOperator made = make(Role.ENTRY_OFFICER);
        done(change.setRoles(administrator(), made.id(), Set.of(Role.PRODUCER), 0));
        assertThat(code(change.close(administrator(), made.id(), 0)))
                .isEqualTo(OperatorError.CHANGED_MEANWHILE);
    }

    @Test
    void who_is_closed_is_out_at_once_and_cannot_come_back() {
        CreatedOperator made = make(Role.ENTRY_OFFICER);
        IssuedToken token = done(signIn.with(made.name(), made.initialPassword(), "f"));
        done(change.close(administrator(), made.id(), 0));
        assertThat(hall.get(Tokens.class).actorOf(token.token())).isEmpty();
        assertThat(code(signIn.with(made.name(), made.initialPassword(), "f")))
                .isEqualTo(OperatorError.SIGN_IN_WRONG);
        assertThat(code(change.close(administrator(), made.id(), 1)))
                .isEqualTo(OperatorError.UNKNOWN_OPERATOR);
    }

    @Test
    void changing_the_password_needs_the_old_one_and_a_good_new_one_twice() {
        CreatedOperator made = make(Role.ENTRY_OFFICER);
        var passwords = hall.get(ChangePassword.class);
        var who = new Actor.Operator(made.id(), made.name(), Set.of(Role.ENTRY_OFFICER));
        assertThat(passwords.isDue(who)).isTrue();
        assertThat(refusal(passwords.change(who, "wrong", "short", "other")).violations())
                .extracting("field")
                .containsExactly("old", "fresh", "repeated");
        IssuedToken before = done(signIn.with(made.name(), made.initialPassword(), "g"));
        done(passwords.change(who, made.initialPassword(), "Fresh-password-1", "Fresh-password-1"));
        assertThat(hall.get(Tokens.class).actorOf(before.token())).isEmpty();
        assertThat(passwords.isDue(who)).isFalse();
        done(signIn.with(made.name(), "Fresh-password-1", "g"));
    }

    @Test
    void staff_tokens_end_after_half_an_hour_without_use_and_ten_hours_in_any_case() {
        CreatedOperator made = make(Role.ENTRY_OFFICER);
        Tokens tokens = hall.get(Tokens.class);
        IssuedToken idle = done(signIn.with(made.name(), made.initialPassword(), "h"));
        hall.clock().advance(Duration.ofMinutes(30));
        assertThat(tokens.actorOf(idle.token())).isEmpty();
        IssuedToken busy = done(signIn.with(made.name(), made.initialPassword(), "h"));
        for (int minutes = 0; minutes < 600 - 20; minutes += 20) {
            hall.clock().advance(Duration.ofMinutes(20));
            assertThat(tokens.actorOf(busy.token())).isPresent();
        }
        hall.clock().advance(Duration.ofMinutes(20));
        assertThat(tokens.actorOf(busy.token())).isEmpty();
    }

    private CreatedOperator make(Role... roles) {
        return done(create.create(FIRST, "staff" + NAMES.incrementAndGet(), Set.of(roles)));
    }

    private Actor.Operator administrator() {
        CreatedOperator made = make(Role.ADMINISTRATOR);
        return new Actor.Operator(made.id(), made.name(), Set.of(Role.ADMINISTRATOR));
    }

    private Actor actor(Outcome<IssuedToken> outcome) {
        return hall.get(Tokens.class).actorOf(done(outcome).token()).orElseThrow();
    }
}
