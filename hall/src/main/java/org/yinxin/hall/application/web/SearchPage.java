package org.yinxin.hall.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.application.FoundCases;
import org.yinxin.hall.application.SearchApplications;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.web.PageErrors;

/**
 * 综合查询. What is searched for may be somebody's number: it travels in the body and not in the address, where
 * browsers and servers would remember it.
 */
@Controller
@RequestMapping("/staff/search")
class SearchPage {

    private static final String VIEW = "application/web/search";

    private final SearchApplications searchApplications;
    private final PlanTitles planTitles;
    private final PageErrors errors;

    SearchPage(SearchApplications searchApplications, PlanTitles planTitles, PageErrors errors) {
        this.searchApplications = searchApplications;
        this.planTitles = planTitles;
        this.errors = errors;
    }

    @GetMapping
    String page() {
        return VIEW;
    }

    @PostMapping
    String search(
            @AuthenticationPrincipal Actor.Operator who,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response,
            Model model,
            Locale reader) {
        model.addAttribute("q", q);
        response.setHeader("Cache-Control", "no-store");
        return switch (searchApplications.search(who, q)) {
            case Outcome.Done<FoundCases>(FoundCases found) -> {
                model.addAttribute("found", found);
                model.addAttribute("reader", reader);
                model.addAttribute("titles", planTitles.in(reader));
                model.addAttribute(
                        "reviews", who.has(Role.ENTRY_OFFICER) || who.has(Role.APPROVING_OFFICER));
                yield VIEW;
            }
            case Outcome.Refused<FoundCases>(Refusal refusal) ->
                    errors.show(refusal, model, response, VIEW);
        };
    }
}
