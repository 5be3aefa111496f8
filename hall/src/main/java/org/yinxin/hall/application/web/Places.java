package org.yinxin.hall.application.web;

import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.FormView;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.reference.CaseNumber;

/** Where the pages of one application are. */
final class Places {

    private static final String OWN = "/applications/";
    private static final String COUNTER = "/staff/counter/";

    private Places() {}

    /** Where the pages of all applications are for this reader: whoever applies, or an officer who enters it at the counter. */
    static String cases(Actor who) {
        return who instanceof Actor.Operator ? COUNTER : OWN;
    }

    /** A place of an application as this reader gets there. */
    static String at(Actor who, String place) {
        return place.startsWith(OWN) ? cases(who) + place.substring(OWN.length()) : place;
    }

    static String application(CaseNumber number) {
        return "/applications/" + number;
    }

    static String section(CaseNumber number, String section) {
        return application(number) + "/form/" + section;
    }

    static String agreement(CaseNumber number) {
        return application(number) + "/agreement";
    }

    static String papers(CaseNumber number) {
        return application(number) + "/papers";
    }

    static String check(CaseNumber number) {
        return application(number) + "/check";
    }

    static String produce(CaseNumber number) {
        return application(number) + "/produce";
    }

    static String activation(CaseNumber number, GateCode gate) {
        return application(number) + "/activation/" + gate;
    }

    static String identity(CaseNumber number, String gate) {
        return application(number) + "/identity/" + gate;
    }

    static String bankCheck(CaseNumber number, String gate) {
        return application(number) + "/bank-check/" + gate;
    }

    static String key(CaseNumber number, GateCode gate) {
        return application(number) + "/key/" + gate;
    }

    static String unlock(CaseNumber number) {
        return application(number) + "/unlock";
    }

    static String order(String id) {
        return "/orders/" + id;
    }

    /** The place where one field, or else one paper, is corrected; null for the whole. */
    static @Nullable String item(CaseNumber number, FormView form, String item) {
        if (item.isEmpty()) {
            return null;
        }
        return form.sections().stream()
                .filter(
                        section ->
                                section.fields().stream()
                                        .map(FormField::name)
                                        .anyMatch(item::equals))
                .map(section -> section(number, section.code()) + "?check#" + item)
                .findFirst()
                .orElse(papers(number) + "#" + item);
    }
}
