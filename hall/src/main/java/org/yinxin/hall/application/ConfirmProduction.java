package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Takes the proof that the new key signs and decrypts, and finishes the application. */
@Component
public class ConfirmProduction {

    public Outcome<ApplicationView> confirm(
            Actor actor, CaseNumber number, byte[] signature, byte[] decrypted) {
        throw new UnsupportedOperationException("not built yet");
    }
}
