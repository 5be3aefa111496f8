package org.yinxin.hall.revocation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;

/** Shows staff what waits to be decided about a certificate; empty also for whoever may not know of it. */
@Component
public class ReadEndingRequest {

    private final OwnPair pairs;
    private final EndingRequests requests;

    ReadEndingRequest(OwnPair pairs, EndingRequests requests) {
        this.pairs = pairs;
        this.requests = requests;
    }

    @Transactional(readOnly = true)
    public Optional<EndingRequest> of(Actor.Operator actor, String serial) {
        return pairs.of(actor, serial).flatMap(sign -> requests.open(sign.pair()));
    }
}
