package org.yinxin.hall.application.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.application.Dashboard;
import org.yinxin.hall.application.ListAtGate;
import org.yinxin.hall.application.ReadDashboard;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.CountReviews;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PlainWords;

/** 概况, and the lists behind its counts. */
@Controller
class DashboardPage {

    private final ReadDashboard readDashboard;
    private final ListAtGate listAtGate;
    private final Catalogue catalogue;
    private final PlanTitles planTitles;
    private final PlainWords plainWords;

    DashboardPage(
            ReadDashboard readDashboard,
            ListAtGate listAtGate,
            Catalogue catalogue,
            PlanTitles planTitles,
            PlainWords plainWords) {
        this.readDashboard = readDashboard;
        this.listAtGate = listAtGate;
        this.catalogue = catalogue;
        this.planTitles = planTitles;
        this.plainWords = plainWords;
    }

    /** A plan to choose. */
    record PlanChoice(String code, String title) {}

    @GetMapping("/staff/dashboard")
    String dashboard(
            @AuthenticationPrincipal Actor.Operator who,
            @RequestParam(required = false) @Nullable String plan,
            Model model,
            Locale reader) {
        Optional<PlanCode> wanted = DeskApi.plan(plan);
        Dashboard board = Answers.valueOf(readDashboard.read(who, wanted.orElse(null)));
        boolean reviews = who.has(Role.ENTRY_OFFICER) || who.has(Role.APPROVING_OFFICER);
        String ofPlan = wanted.map(each -> "&plan=" + each).orElse("");
        model.addAttribute("board", board);
        model.addAttribute("most", CountReviews.MOST);
        model.addAttribute("reviews", reviews);
        model.addAttribute("exports", who.has(Role.APPROVING_OFFICER) || who.has(Role.AUDITOR));
        model.addAttribute("plan", wanted.map(PlanCode::text).orElse(null));
        model.addAttribute("plans", plans(reader));
        model.addAttribute("today", board.issued().getLast());
        model.addAttribute(
                "open",
                Chart.of(
                        board.openByGate(),
                        each -> each.title().in(reader),
                        Dashboard.GateCount::cases,
                        each -> "/staff/applications?gate=" + each.gate() + ofPlan));
        model.addAttribute(
                "refused",
                Chart.of(
                        board.reviews().refusedFor(),
                        each -> each.words().in(reader),
                        each -> each.cases(),
                        each ->
                                reviews
                                        ? "/staff/reviews?state=decided&from="
                                                + board.refusedSince()
                                                + "&reason="
                                                + each.reason()
                                        : null));
        model.addAttribute(
                "issued",
                Chart.of(
                        board.issued(),
                        each -> plainWords.day(each.day()),
                        Dashboard.DayCount::pairs,
                        each -> "/staff/certificates?day=" + each.day()));
        model.addAttribute("days", board.issued());
        return "application/web/dashboard";
    }

    @GetMapping("/staff/applications")
    String atGate(
            @AuthenticationPrincipal Actor.Operator who,
            @RequestParam(defaultValue = "FORM") String gate,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale reader) {
        GateCode code = DeskApi.gate(gate);
        Optional<PlanCode> wanted = DeskApi.plan(plan);
        ListAtGate.Page page =
                Answers.valueOf(
                        listAtGate.list(who, code, wanted.orElse(null), DeskApi.number(after)));
        String here =
                "/staff/applications?gate=" + code + wanted.map(each -> "&plan=" + each).orElse("");
        CaseNumber next = page.next();
        model.addAttribute("page", page);
        model.addAttribute("reader", reader);
        model.addAttribute("gate", title(code, reader));
        model.addAttribute("titles", planTitles.in(reader));
        model.addAttribute("first", after == null ? null : here);
        model.addAttribute("next", next == null ? null : here + "&after=" + next);
        return "application/web/at-gate";
    }

    private List<PlanChoice> plans(Locale reader) {
        return catalogue.live().stream()
                .map(each -> new PlanChoice(each.code().text(), each.title().in(reader)))
                .toList();
    }

    private String title(GateCode gate, Locale reader) {
        return catalogue.live().stream()
                .flatMap(each -> each.businesses().stream())
                .flatMap(business -> business.gates().stream())
                .filter(each -> each.code().equals(gate))
                .map(each -> each.title().in(reader))
                .findFirst()
                .orElse(gate.text());
    }
}
