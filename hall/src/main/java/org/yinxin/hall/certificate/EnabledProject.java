package org.yinxin.hall.certificate;

import java.time.Instant;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;

/**
 * A further project that a certificate was enabled for (应用开通).
 *
 * @param project its name over all plans: a plan's code, and the option chosen under it if there was a choice
 * @param name what it is called
 * @param caseNumber the case that it came from
 * @param at since when
 */
public record EnabledProject(String project, Words name, CaseNumber caseNumber, Instant at) {}
