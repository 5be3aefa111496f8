package org.yinxin.hall.operator;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Violation;

/**
 * What an administrator changes about a colleague: the roles, a new password, an end. Nobody does any of it to oneself,
 * so that there is always somebody left who can.
 *
 * <p>Refusals: {@link OperatorError#OWN_ROLES}, {@link OperatorError#UNKNOWN_OPERATOR} (also when closed), {@link
 * OperatorError#CHANGED_MEANWHILE}, and for roles {@link OperatorError#OPERATOR_INVALID} and {@link
 * OperatorError#ROLES_NOT_SEPARATED}.
 */
@Component
public class ChangeOperator {

    private final Operators operators;
    private final Passwords passwords;
    private final Tokens tokens;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeOperator(
            Operators operators,
            Passwords passwords,
            Tokens tokens,
            AuditTrail audit,
            Clock clock) {
        this.operators = operators;
        this.passwords = passwords;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<StaffMember> all() {
        return operators.all();
    }

    @Transactional
    public Outcome<StaffMember> setRoles(
            Actor.Operator by, OperatorId whom, Set<Role> roles, int version) {
        if (roles.isEmpty() || roles.contains(Role.SUBSCRIBER)) {
            return Outcome.refused(
                    OperatorError.OPERATOR_INVALID, new Violation("roles", "operator.roles.none"));
        }
        if (!Duties.areSeparated(roles)) {
            return Outcome.refused(
                    OperatorError.ROLES_NOT_SEPARATED,
                    new Violation("roles", "operator.roles.separate"));
        }
        return change(
                by,
                whom,
                version,
                member -> {
                    operators.setRoles(whom, roles);
                    audit.record(
                            by,
                            "operator.roles-changed",
                            "operator:" + whom,
                            Map.of(
                                    "before", CreateOperator.words(member.roles()),
                                    "after", CreateOperator.words(roles)));
                    return operators.get(whom).orElseThrow();
                });
    }

    @Transactional
    public Outcome<CreatedOperator> resetPassword(Actor.Operator by, OperatorId whom, int version) {
        return change(
                by,
                whom,
                version,
                member -> {
                    String password = passwords.fresh();
                    operators.setPassword(whom, passwords.hash(password), true);
                    tokens.endAll(TokenKind.OPERATOR, whom.value());
                    audit.record(by, "operator.password-reset", "operator:" + whom);
                    return new CreatedOperator(whom, member.name(), password);
                });
    }

    @Transactional
    public Outcome<StaffMember> close(Actor.Operator by, OperatorId whom, int version) {
        return change(
                by,
                whom,
                version,
                member -> {
                    operators.close(whom, clock.instant());
                    tokens.endAll(TokenKind.OPERATOR, whom.value());
                    audit.record(by, "operator.closed", "operator:" + whom);
                    return operators.get(whom).orElseThrow();
                });
    }

    private <T> Outcome<T> change(
            Actor.Operator by, OperatorId whom, int version, Function<StaffMember, T> how) {
        if (by.operator().equals(whom)) {
            return Outcome.refused(OperatorError.OWN_ROLES);
        }
        var member = operators.lock(whom).filter(each -> !each.closed());
        if (member.isEmpty()) {
            return Outcome.refused(OperatorError.UNKNOWN_OPERATOR);
        }
        return member.get().version() == version
                ? Outcome.done(how.apply(member.get()))
                : Outcome.refused(OperatorError.CHANGED_MEANWHILE);
    }
}
