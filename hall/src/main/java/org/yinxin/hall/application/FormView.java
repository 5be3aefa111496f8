package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.yinxin.hall.catalogue.FormSection;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The form as its owner edits it: with the real answers, so only ever shown to the owner.
 *
 * @param number the case
 * @param sections the pages; fields that do not concern this subscriber are left out
 * @param answers what was given so far
 * @param changeable the fields that may be changed now: all before the first submission, the returned ones after a return
 * @param fixed the fields that were taken over from the certificate that the case is about, and are not asked again
 * @param years for how many years a certificate can be applied for; of all products while none is chosen
 * @param violations what is wrong or missing
 * @param warnings what an officer will look at twice
 */
public record FormView(
        CaseNumber number,
        List<FormSection> sections,
        Map<String, String> answers,
        Set<String> changeable,
        Set<String> fixed,
        SortedSet<Integer> years,
        List<Violation> violations,
        List<Violation> warnings) {}
