package org.yinxin.hall.token;

import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.reference.CaseNumber;

/** An officer does not grant the unlocking of a case. Published in the transaction that notes it. */
public record UnlockRefused(CaseNumber caseNumber, Actor by, String words) {

    /** Without the words: they may name people, and this may end up in a log. */
    @Override
    public String toString() {
        return "UnlockRefused[" + caseNumber + "]";
    }
}
