package org.yinxin.hall.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.access.IssuedToken;
import org.yinxin.hall.access.RateLimits;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;

/**
 * Signs in a member of the staff by name and password.
 *
 * <p>Refusals: {@link OperatorError#TOO_MANY_TRIES_FROM_ADDRESS}, {@link OperatorError#LOCKED} (also with the right
 * password), {@link OperatorError#SIGN_IN_WRONG} (also for whoever was closed).
 */
@Component
public class SignInOperator {

    private static final int TRIES_PER_ADDRESS = 120;
    private static final int LONGEST_NAME = 100;

    private final Operators operators;
    private final Failures failures;
    private final Passwords passwords;
    private final Tokens tokens;
    private final RateLimits limits;
    private final AuditTrail audit;
    private final Clock clock;

    SignInOperator(
            Operators operators,
            Failures failures,
            Passwords passwords,
            Tokens tokens,
            RateLimits limits,
            AuditTrail audit,
            Clock clock) {
        this.operators = operators;
        this.failures = failures;
        this.passwords = passwords;
        this.tokens = tokens;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tries a password. A refusal is committed too: the failure is counted and recorded. */
    @Transactional
    public Outcome<IssuedToken> with(String typedName, String password, String address) {
        String name = typedName.strip();
        Instant now = clock.instant();
        if (!limits.take("staff-sign-in", address, TRIES_PER_ADDRESS, Duration.ofHours(1))) {
            return Outcome.refused(OperatorError.TOO_MANY_TRIES_FROM_ADDRESS);
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Outcome.refused(OperatorError.SIGN_IN_WRONG);
        }
        Optional<Duration> locked = failures.lockedFor(name, now);
        Optional<Operators.Credentials> known = operators.credentials(name);
        if (locked.isPresent()) {
            recordRefusal(known, OperatorError.LOCKED);
            String minutes = Long.toString(locked.get().plusSeconds(59).toMinutes());
            return Outcome.refused(new Refusal(OperatorError.LOCKED, List.of(), List.of(minutes)));
        }
        if (!isRight(known, password)) {
            failures.count(name, now);
            recordRefusal(known, OperatorError.SIGN_IN_WRONG);
            return Outcome.refused(OperatorError.SIGN_IN_WRONG);
        }
        OperatorId id = known.orElseThrow().id();
        failures.clear(name);
        operators.signedIn(id, now);
        Actor actor = operators.find(id.value()).orElseThrow();
        audit.record(actor, "operator.signed-in", "operator:" + id);
        return Outcome.done(tokens.issue(TokenKind.OPERATOR, id.value()));
    }

    private boolean isRight(Optional<Operators.Credentials> known, String password) {
        if (known.isEmpty()) {
            passwords.pretend(password);
            return false;
        }
        return passwords.matches(password, known.get().hash());
    }

    private void recordRefusal(Optional<Operators.Credentials> known, ErrorCode reason) {
        audit.record(
                new Actor.Hall("staff-sign-in"),
                "operator.sign-in-refused",
                known.map(each -> "operator:" + each.id()).orElse("operator:none"),
                Map.of("reason", reason.name()));
    }
}
