package org.yinxin.hall.payment;

import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.outcome.Outcome;

/** Who deals with money: finance officers (财务), and nobody by another role. */
final class Finance {

    private Finance() {}

    static Outcome<Actor.Operator> officer(Actor actor) {
        return actor instanceof Actor.Operator operator && operator.has(Role.FINANCE)
                ? Outcome.done(operator)
                : Outcome.refused(PaymentError.NOT_A_FINANCE_OFFICER);
    }

    /** The number under which a bank knows a movement of money. */
    static Outcome<String> bankNumber(String typed) {
        String number = typed.strip();
        return number.matches("[0-9A-Za-z-]{4,64}")
                ? Outcome.done(number)
                : Outcome.refused(PaymentError.NOT_A_BANK_NUMBER);
    }
}
