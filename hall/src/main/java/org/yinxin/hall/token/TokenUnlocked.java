package org.yinxin.hall.token;

import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.reference.CaseNumber;

/** The key of a case was shown to work under its new PIN. Published in the transaction that notes it. */
public record TokenUnlocked(CaseNumber caseNumber, Actor by) {}
