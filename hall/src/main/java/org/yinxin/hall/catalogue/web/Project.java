package org.yinxin.hall.catalogue.web;

import java.util.List;
import java.util.Locale;
import org.yinxin.hall.catalogue.Plan;

/**
 * One card of the home page, in the reader's language: what certificates are used for, and what can be done there.
 *
 * @param plan the plan's code
 * @param place region and category
 * @param name the project
 * @param title what is issued
 * @param businesses what can be applied for
 */
record Project(String plan, String place, String name, String title, List<String> businesses) {

    static Project of(Plan plan, Locale reader) {
        return new Project(
                plan.code().text(),
                plan.project().region().in(reader) + " · " + plan.project().category().in(reader),
                plan.project().name().in(reader),
                plan.title().in(reader),
                plan.businesses().stream().map(business -> business.title().in(reader)).toList());
    }
}
