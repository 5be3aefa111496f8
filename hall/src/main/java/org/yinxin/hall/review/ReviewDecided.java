package org.yinxin.hall.review;

import java.time.Instant;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.reference.CaseNumber;

/**
 * A case was decided. Published in the transaction of the decision: a listener that fails undoes it.
 *
 * @param number the case
 * @param round how often it has been submitted, from 1
 * @param decision what was decided
 * @param by the approving officer
 * @param at when
 */
public record ReviewDecided(
        CaseNumber number, int round, Decision decision, Actor.Operator by, Instant at) {}
