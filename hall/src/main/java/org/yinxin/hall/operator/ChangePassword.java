package org.yinxin.hall.operator;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.access.IssuedToken;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/**
 * Changes one's own password and signs out everywhere else.
 *
 * <p>Refusals: {@link OperatorError#PASSWORD_INVALID} (old one wrong, new one weak or the same, repetition differs).
 */
@Component
public class ChangePassword {

    private final Operators operators;
    private final Passwords passwords;
    private final Tokens tokens;
    private final AuditTrail audit;

    ChangePassword(Operators operators, Passwords passwords, Tokens tokens, AuditTrail audit) {
        this.operators = operators;
        this.passwords = passwords;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** Whether this person still uses the password that was made for them. */
    @Transactional(readOnly = true)
    public boolean isDue(Actor.Operator who) {
        return operators.get(who.operator()).map(StaffMember::initialPassword).orElse(false);
    }

    /** Answers the token to go on with, since all others end. */
    @Transactional
    public Outcome<IssuedToken> change(
            Actor.Operator who, String old, String fresh, String repeated) {
        OperatorId id = who.operator();
        List<Violation> violations = new ArrayList<>();
        boolean known =
                operators
                        .credentials(id)
                        .filter(each -> passwords.matches(old, each.hash()))
                        .isPresent();
        if (!known) {
            violations.add(new Violation("old", "operator.password.old"));
        }
        if (!Passwords.isGood(fresh)) {
            violations.add(new Violation("fresh", "operator.password.weak"));
        } else if (fresh.equals(old)) {
            violations.add(new Violation("fresh", "operator.password.same"));
        }
        if (!fresh.equals(repeated)) {
            violations.add(new Violation("repeated", "operator.password.differs"));
        }
        if (!violations.isEmpty()) {
            return Outcome.refused(new Refusal(OperatorError.PASSWORD_INVALID, violations));
        }
        operators.setPassword(id, passwords.hash(fresh), false);
        tokens.endAll(TokenKind.OPERATOR, id.value());
        audit.record(who, "operator.password-changed", "operator:" + id);
        return Outcome.done(tokens.issue(TokenKind.OPERATOR, id.value()));
    }
}
