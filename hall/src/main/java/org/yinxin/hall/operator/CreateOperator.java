package org.yinxin.hall.operator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/**
 * Makes a member of the staff with a random password.
 *
 * <p>Refusals: {@link OperatorError#OPERATOR_INVALID} (name, no role), {@link OperatorError#ROLES_NOT_SEPARATED},
 * {@link OperatorError#NAME_TAKEN}.
 */
@Component
public class CreateOperator {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,39}");

    private final Operators operators;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    CreateOperator(
            Operators operators,
            Passwords passwords,
            AuditTrail audit,
            @Qualifier("uuids") Supplier<UUID> uuids,
            Clock clock) {
        this.operators = operators;
        this.passwords = passwords;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    public boolean exists(String name) {
        return operators.exists(name);
    }

    /**
     * Makes one.
     *
     * @param by an administrator, or the hall itself at its first start
     */
    @Transactional
    public Outcome<CreatedOperator> create(Actor by, String typedName, Set<Role> roles) {
        String name = typedName.strip();
        List<Violation> violations = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            violations.add(new Violation("name", "operator.name.form"));
        }
        if (roles.isEmpty() || roles.contains(Role.SUBSCRIBER)) {
            violations.add(new Violation("roles", "operator.roles.none"));
        }
        if (!violations.isEmpty()) {
            return Outcome.refused(new Refusal(OperatorError.OPERATOR_INVALID, violations));
        }
        if (!Duties.areSeparated(roles)) {
            return Outcome.refused(
                    OperatorError.ROLES_NOT_SEPARATED,
                    new Violation("roles", "operator.roles.separate"));
        }
        OperatorId id = new OperatorId(uuids.get());
        String password = passwords.fresh();
        if (!operators.add(id, name, passwords.hash(password), roles, clock.instant())) {
            return Outcome.refused(
                    OperatorError.NAME_TAKEN, new Violation("name", "operator.name.taken"));
        }
        audit.record(by, "operator.created", "operator:" + id, Map.of("roles", words(roles)));
        return Outcome.done(new CreatedOperator(id, name, password));
    }

    static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }
}
