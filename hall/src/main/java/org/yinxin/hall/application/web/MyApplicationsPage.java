package org.yinxin.hall.application.web;

import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationError;
import org.yinxin.hall.application.ListApplications;
import org.yinxin.hall.application.OpenApplication;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.WebError;

/** A subscriber's own applications, and the beginning of a new one. */
@Controller
@RequestMapping("/applications")
class MyApplicationsPage {

    private final ListApplications listApplications;
    private final OpenApplication openApplication;
    private final Catalogue catalogue;

    MyApplicationsPage(
            ListApplications listApplications,
            OpenApplication openApplication,
            Catalogue catalogue) {
        this.listApplications = listApplications;
        this.openApplication = openApplication;
        this.catalogue = catalogue;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Actor.Subscriber who, Model model) {
        model.addAttribute("applications", listApplications.own(who));
        return "application/web/applications";
    }

    /** What is going to be asked; the door that a card of the home page opens, also through the sign-in. */
    @GetMapping("/new")
    String before(
            @RequestParam PlanCode plan,
            @RequestParam BusinessCode business,
            Model model,
            Locale reader) {
        Plan live = Answers.valueOf(found(plan));
        BusinessPlan offered =
                Answers.valueOf(
                        live.business(business)
                                .<Outcome<BusinessPlan>>map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(WebError.NOT_FOUND)));
        model.addAttribute("plan", live);
        model.addAttribute("business", offered);
        model.addAttribute("planTitle", live.title().in(reader));
        model.addAttribute("businessTitle", offered.title().in(reader));
        return "application/web/new";
    }

    /** Whoever has begun already is led to what was begun. */
    @PostMapping
    String open(
            @AuthenticationPrincipal Actor.Subscriber who,
            @RequestParam PlanCode plan,
            @RequestParam BusinessCode business) {
        return switch (openApplication.open(who, plan, business)) {
            case Outcome.Done<CaseNumber>(var number) -> "redirect:" + Places.application(number);
            case Outcome.Refused<CaseNumber>(var refusal)
                    when refusal.code() == ApplicationError.OPEN_CASE_EXISTS ->
                    "redirect:/applications/" + refusal.arguments().getFirst() + "?done=open";
            case Outcome.Refused<CaseNumber>(var refusal) ->
                    Answers.valueOf(Outcome.refused(refusal));
        };
    }

    private Outcome<Plan> found(PlanCode plan) {
        return catalogue
                .live(plan)
                .<Outcome<Plan>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(WebError.NOT_FOUND));
    }
}
