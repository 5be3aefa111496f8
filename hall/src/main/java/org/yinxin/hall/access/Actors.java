package org.yinxin.hall.access;

import java.util.Optional;
import java.util.UUID;
import org.yinxin.hall.actor.Actor;

/** Finds who stands behind a token; one for each kind. Asked at every request, so that a change of roles counts at once. */
public interface Actors {

    TokenKind kind();

    /** Empty when this person is no longer let in. */
    Optional<Actor> find(UUID subject);
}
