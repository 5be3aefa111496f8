package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Makes the certificates of an application for the signing key of this request. */
@Component
public class ProduceCertificates {

    public Outcome<ProductionView> produce(Actor actor, CaseNumber number, byte[] signingRequest) {
        throw new UnsupportedOperationException("not built yet");
    }
}
