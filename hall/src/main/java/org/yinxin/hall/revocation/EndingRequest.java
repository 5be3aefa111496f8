package org.yinxin.hall.revocation;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.catalogue.Deed;

/** What an officer asks to be done to a certificate and another one has not decided yet. */
public record EndingRequest(
        UUID id,
        UUID pair,
        Deed deed,
        RevocationReason reason,
        String note,
        OperatorId enteredBy,
        Instant enteredAt) {}
