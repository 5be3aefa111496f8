package org.yinxin.hall.actor;

import java.util.EnumSet;
import java.util.Set;

/** Who does something. It is the principal of every authenticated request and the actor of every journal entry. */
public sealed interface Actor {

    /** A stable identifier for the journal, without personal data: {@code account:…}, {@code operator:…}, {@code hall:…}. */
    String reference();

    Set<Role> roles();

    default boolean has(Role role) {
        return roles().contains(role);
    }

    /**
     * A person signed in by mobile telephone.
     *
     * @param account whose account it is
     * @param maskedMobile such as {@code 138****0001}, for display
     */
    record Subscriber(AccountId account, String maskedMobile) implements Actor {
        @Override
        public String reference() {
            return "account:" + account;
        }

        @Override
        public Set<Role> roles() {
            return EnumSet.of(Role.SUBSCRIBER);
        }
    }

    /**
     * A member of the staff.
     *
     * @param operator who it is
     * @param name the name shown to colleagues
     * @param roles what this person may do; never contains {@link Role#SUBSCRIBER}
     */
    record Operator(OperatorId operator, String name, Set<Role> roles) implements Actor {
        public Operator {
            if (roles.contains(Role.SUBSCRIBER)) {
                throw new IllegalArgumentException("an operator is no subscriber");
            }
            roles = Set.copyOf(roles);
        }

        @Override
        public String reference() {
            return "operator:" + operator;
        }
    }

    /**
     * The hall itself, from a job or a call-back.
     *
     * @param task the job's name
     */
    record Hall(String task) implements Actor {
        @Override
        public String reference() {
            return "hall:" + task;
        }

        @Override
        public Set<Role> roles() {
            return Set.of();
        }
    }
}
