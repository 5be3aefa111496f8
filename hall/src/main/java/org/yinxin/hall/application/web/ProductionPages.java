package org.yinxin.hall.application.web;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.ApplicationView.GateStanding;
import org.yinxin.hall.application.ListProductions;
import org.yinxin.hall.application.ViewApplication;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.issuance.ReadIssuance;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.web.Answers;

/**
 * 制证: the page that brings the key medium and the hall together, for the subscriber at home and for the producer at the
 * counter. The page itself changes nothing; its script speaks to the key agent and to the open API.
 */
@Controller
class ProductionPages {

    private final ViewApplication viewApplication;
    private final ListProductions listProductions;
    private final ReadIssuance readIssuance;

    ProductionPages(
            ViewApplication viewApplication,
            ListProductions listProductions,
            ReadIssuance readIssuance) {
        this.viewApplication = viewApplication;
        this.listProductions = listProductions;
        this.readIssuance = readIssuance;
    }

    @GetMapping("/applications/{number}/produce")
    String produce(
            @AuthenticationPrincipal Actor who, @PathVariable CaseNumber number, Model model) {
        return show(
                who,
                number,
                "/api/v1/applications/" + number + "/production",
                Places.application(number),
                model);
    }

    @GetMapping("/staff/productions/{number}")
    String produceAtCounter(
            @AuthenticationPrincipal Actor who, @PathVariable CaseNumber number, Model model) {
        return show(
                who,
                number,
                "/api/v1/staff/productions/" + number,
                "/staff/productions?done=" + number,
                model);
    }

    @GetMapping("/staff/productions")
    String list(
            @AuthenticationPrincipal Actor who,
            @Nullable String done,
            @Nullable String after,
            Model model) {
        ListProductions.Page page =
                Answers.valueOf(
                        listProductions.list(
                                who, after == null ? null : Place.parse(after).orElse(null)));
        model.addAttribute("cases", page.cases());
        model.addAttribute("more", page.next() == null ? null : page.next().text());
        model.addAttribute("later", after != null);
        model.addAttribute("done", done == null ? null : CaseNumber.parse(done).orElse(null));
        return "issuance/web/productions";
    }

    private String show(Actor who, CaseNumber number, String api, String next, Model model) {
        ApplicationView view = Answers.valueOf(viewApplication.view(who, number));
        model.addAttribute("view", view);
        model.addAttribute("standing", standing(view).name());
        model.addAttribute("api", api);
        model.addAttribute("next", next);
        model.addAttribute(
                "begun",
                readIssuance
                        .begunRequest(number)
                        .map(der -> Base64.getEncoder().encodeToString(der))
                        .orElse(null));
        return "issuance/web/produce";
    }

    private static GateStanding standing(ApplicationView view) {
        return view.gates().stream()
                .filter(gate -> gate.settings() instanceof GateSettings.Production)
                .map(ApplicationView.Gate::standing)
                .findFirst()
                .orElse(GateStanding.SHUT);
    }
}
