package org.yinxin.app.installation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.app.StartRefused;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.operator.CreateOperator;
import org.yinxin.hall.operator.CreatedOperator;
import org.yinxin.hall.outcome.Outcome;

/** Makes one member of the staff for each duty, so that a new hall can be used, and nobody with two of them. */
@Component
public class FirstAccounts {

    private static final Actor FIRST_START = new Actor.Hall("first-start");

    private final CreateOperator createOperator;
    private final DataFolder data;

    FirstAccounts(CreateOperator createOperator, DataFolder data) {
        this.createOperator = createOperator;
        this.data = data;
    }

    /**
     * Makes all of them or none, and only where there is nobody yet. The passwords are on the disk before the accounts
     * are committed: a start that is killed in between leaves a file that the next one replaces, and never an account
     * whose password nobody knows.
     */
    @Transactional
    public void create() {
        Map<String, Role> wanted = new LinkedHashMap<>();
        wanted.put("entry", Role.ENTRY_OFFICER);
        wanted.put("approval", Role.APPROVING_OFFICER);
        wanted.put("producer", Role.PRODUCER);
        wanted.put("finance", Role.FINANCE);
        wanted.put("auditor", Role.AUDITOR);
        wanted.put("administrator", Role.ADMINISTRATOR);
        if (wanted.keySet().stream().anyMatch(createOperator::exists)) {
            return;
        }
        Map<String, String> passwords = new LinkedHashMap<>();
        wanted.forEach((name, role) -> passwords.put(name, created(name, role).initialPassword()));
        new AccountsFile(data.accounts()).write(passwords);
    }

    private CreatedOperator created(String name, Role role) {
        return switch (createOperator.create(FIRST_START, name, Set.of(role))) {
            case Outcome.Done<CreatedOperator>(CreatedOperator operator) -> operator;
            case Outcome.Refused<CreatedOperator>(var refusal) ->
                    throw new StartRefused(
                            "The first account %s cannot be made: %s"
                                    .formatted(name, refusal.code().name()));
        };
    }
}
