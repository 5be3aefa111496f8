package org.yinxin.hall.application.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.Plan;

/** What the plans are called: several have businesses of one title, and a code is no word for those who read a list. */
@Component
final class PlanTitles {

    private final Catalogue catalogue;

    PlanTitles(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** By the plan's code; without the plans that are offered no more. */
    Map<String, String> in(Locale reader) {
        return catalogue.live().stream()
                .collect(
                        Collectors.toMap(
                                (Plan plan) -> plan.code().text(),
                                plan -> plan.title().in(reader)));
    }
}
