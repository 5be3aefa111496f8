package org.yinxin.hall.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationError;
import org.yinxin.hall.application.Chosen;
import org.yinxin.hall.application.ListApplications;
import org.yinxin.hall.application.OpenAboutCertificate;
import org.yinxin.hall.application.OpenApplication;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.subscriber.Agents;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;
import org.yinxin.hall.web.WebError;

/** A subscriber's own applications, and the beginning of a new one. */
@Controller
@RequestMapping("/applications")
class MyApplicationsPage {

    private static final String NEW = "application/web/new";

    private final ListApplications listApplications;
    private final Agents agents;
    private final OpenApplication openApplication;
    private final OpenAboutCertificate openAboutCertificate;
    private final PageErrors pageErrors;
    private final Catalogue catalogue;

    MyApplicationsPage(
            ListApplications listApplications,
            Agents agents,
            OpenApplication openApplication,
            OpenAboutCertificate openAboutCertificate,
            PageErrors pageErrors,
            Catalogue catalogue) {
        this.listApplications = listApplications;
        this.agents = agents;
        this.openApplication = openApplication;
        this.openAboutCertificate = openAboutCertificate;
        this.pageErrors = pageErrors;
        this.catalogue = catalogue;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Actor.Subscriber who,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Place place = after == null ? null : Place.parse(after).orElse(null);
        ListApplications.Page page = listApplications.own(who, unit, place);
        model.addAttribute("units", agents.actingFor(who.account()));
        model.addAttribute("unit", unit);
        model.addAttribute("applications", page.applications());
        model.addAttribute("more", page.next() == null ? null : page.next().text());
        model.addAttribute("later", place != null);
        return "application/web/applications";
    }

    /** What is going to be asked; the door that a card of the home page opens, also through the sign-in. */
    @GetMapping("/new")
    String before(
            @RequestParam PlanCode plan,
            @RequestParam BusinessCode business,
            @RequestParam(required = false) @Nullable String certificate,
            Model model,
            Locale reader) {
        return describe(plan, business, certificate, model, reader);
    }

    private String describe(
            PlanCode plan,
            BusinessCode business,
            @Nullable String certificate,
            Model model,
            Locale reader) {
        Plan live = Answers.valueOf(found(plan));
        BusinessPlan offered =
                Answers.valueOf(
                        live.business(business)
                                .<Outcome<BusinessPlan>>map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(WebError.NOT_FOUND)));
        if (offered.kind().aboutCertificate() && (certificate == null || certificate.isBlank())) {
            return "redirect:/certificates";
        }
        CertificateRule rule = offered.certificate();
        model.addAttribute("certificate", certificate);
        model.addAttribute("bids", rule != null && rule.openBids());
        model.addAttribute("plan", live);
        model.addAttribute("business", offered);
        model.addAttribute("planTitle", live.title().in(reader));
        model.addAttribute("businessTitle", offered.title().in(reader));
        return NEW;
    }

    /** Whoever has begun already is led to what was begun. */
    @PostMapping
    String open(
            @AuthenticationPrincipal Actor.Subscriber who,
            @RequestParam PlanCode plan,
            @RequestParam BusinessCode business,
            @RequestParam(required = false) @Nullable String certificate,
            @RequestParam(required = false) @Nullable Boolean openBids,
            @RequestParam(defaultValue = "false") boolean acceptOpenBids,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        Outcome<CaseNumber> opened =
                certificate == null || certificate.isBlank()
                        ? openApplication.open(who, plan, business)
                        : openAboutCertificate.open(
                                who,
                                plan,
                                business,
                                new Chosen(certificate, openBids, acceptOpenBids));
        return switch (opened) {
            case Outcome.Done<CaseNumber>(var number) -> "redirect:" + Places.application(number);
            case Outcome.Refused<CaseNumber>(var refusal)
                    when refusal.code() == ApplicationError.OPEN_CASE_EXISTS
                            || refusal.code() == ApplicationError.CASE_ABOUT_IT ->
                    "redirect:/applications/" + refusal.arguments().getFirst() + "?done=open";
            case Outcome.Refused<CaseNumber>(var refusal) -> {
                if (certificate == null) {
                    yield Answers.valueOf(Outcome.refused(refusal));
                }
                model.addAttribute("openBids", openBids);
                describe(plan, business, certificate, model, reader);
                yield pageErrors.show(refusal, model, response, NEW);
            }
        };
    }

    private Outcome<Plan> found(PlanCode plan) {
        return catalogue
                .live(plan)
                .<Outcome<Plan>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(WebError.NOT_FOUND));
    }
}
