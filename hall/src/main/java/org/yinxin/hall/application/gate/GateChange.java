package org.yinxin.hall.application.gate;

import org.yinxin.hall.catalogue.GateCode;

/**
 * One gate changed its state; one row of the history.
 *
 * @param gate which
 * @param was its state before
 * @param became its state now
 */
public record GateChange(GateCode gate, GateState was, GateState became) {}
