package org.yinxin.hall.subscriber;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;

/** Files who an approved application is for. */
@Component
public class RegisterSubscriber {

    public SubscriberId register(Actor actor, Registration registration) {
        throw new UnsupportedOperationException("not built yet");
    }
}
