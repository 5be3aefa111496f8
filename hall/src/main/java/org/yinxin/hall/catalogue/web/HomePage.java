package org.yinxin.hall.catalogue.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.web.RefusedException;
import org.yinxin.hall.web.WebError;

/** The first pages: the projects, and the businesses of one with fee, time and what to prepare. */
@Controller
class HomePage {

    private final Catalogue catalogue;

    HomePage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/")
    String home(Model model, Locale reader) {
        model.addAttribute(
                "projects",
                catalogue.live().stream().map(plan -> Project.of(plan, reader)).toList());
        return "catalogue/web/home";
    }

    @GetMapping("/businesses/{plan}")
    String businesses(@PathVariable String plan, Model model, Locale reader) {
        Plan live =
                PlanCode.parse(plan)
                        .flatMap(catalogue::live)
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                new Refusal(WebError.NOT_FOUND, List.of())));
        model.addAttribute("project", Project.of(live, reader));
        model.addAttribute("offers", offers(live, reader));
        return "catalogue/web/businesses";
    }

    private static List<Offer> offers(Plan plan, Locale reader) {
        return plan.businesses().stream()
                .map(business -> Offer.of(plan, business, reader))
                .toList();
    }
}
