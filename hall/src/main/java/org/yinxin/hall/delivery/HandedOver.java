package org.yinxin.hall.delivery;

import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Something was handed over. Published in the transaction that records it: a listener that fails undoes it.
 *
 * @param number the case
 * @param gate the gate that waited for it
 * @param handover how
 * @param by the officer
 */
public record HandedOver(CaseNumber number, GateCode gate, Handover handover, Actor.Operator by) {}
