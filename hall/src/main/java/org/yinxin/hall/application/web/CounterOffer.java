package org.yinxin.hall.application.web;

import java.util.List;
import java.util.Locale;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.Plan;

/**
 * A business that is offered at the counter, in the reader's language.
 *
 * @param plan the plan's code
 * @param business the business's code
 * @param project the plan's title
 * @param title what it is called
 * @param aboutCertificate whether it begins with a certificate that exists
 * @param openBids whether it has to be said if bids are unopened
 */
record CounterOffer(
        String plan,
        String business,
        String project,
        String title,
        boolean aboutCertificate,
        boolean openBids) {

    static List<CounterOffer> of(List<Plan> plans, Locale reader) {
        return plans.stream()
                .flatMap(
                        plan ->
                                plan.businesses().stream()
                                        .filter(it -> it.channel() == BusinessPlan.Channel.COUNTER)
                                        .map(it -> of(plan, it, reader)))
                .toList();
    }

    private static CounterOffer of(Plan plan, BusinessPlan business, Locale reader) {
        CertificateRule rule = business.certificate();
        return new CounterOffer(
                plan.code().text(),
                business.code().text(),
                plan.title().in(reader),
                business.title().in(reader),
                business.kind().aboutCertificate(),
                rule != null && rule.openBids());
    }

    /** How a form says which one. */
    String value() {
        return plan + " " + business;
    }
}
