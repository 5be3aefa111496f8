package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationSummary;
import org.yinxin.hall.application.Dashboard;
import org.yinxin.hall.application.FoundCases;
import org.yinxin.hall.application.IdentifierKind;
import org.yinxin.hall.application.ListAtGate;
import org.yinxin.hall.application.ReadDashboard;
import org.yinxin.hall.application.SearchApplications;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;

/** Search, counts and lists of the back office for programs. */
@Tag(name = "Desk", description = "Search, dashboard and lists of the back office.")
@RestController
@RequestMapping("/api/v1/staff")
class DeskApi {

    private final SearchApplications searchApplications;
    private final ReadDashboard readDashboard;
    private final ListAtGate listAtGate;

    DeskApi(
            SearchApplications searchApplications,
            ReadDashboard readDashboard,
            ListAtGate listAtGate) {
        this.searchApplications = searchApplications;
        this.readDashboard = readDashboard;
        this.listAtGate = listAtGate;
    }

    /**
     * One case in a list; the applicant is masked where it may be a person.
     *
     * @param by what it was found by; null outside of a search
     */
    record Line(
            String number,
            @Nullable String subscriber,
            String plan,
            String business,
            Words title,
            String status,
            Words statusWords,
            Instant openedAt,
            Instant changedAt,
            @Nullable IdentifierKind by) {

        static Line of(ApplicationSummary about, @Nullable IdentifierKind by) {
            return new Line(
                    about.number().text(),
                    about.subscriber(),
                    about.plan().text(),
                    about.business().text(),
                    about.title(),
                    about.status().code(),
                    about.status().words(),
                    about.openedAt(),
                    about.changedAt(),
                    by);
        }
    }

    /** What was found, and whether there is more than is told. */
    record Found(List<Line> cases, boolean more) {

        static Found of(FoundCases found) {
            return new Found(
                    found.cases().stream().map(each -> Line.of(each.about(), each.by())).toList(),
                    found.more());
        }
    }

    @Operation(
            summary =
                    "Find cases by case number, credit code, name, mobile, document, certificate or payment")
    @GetMapping("/search")
    ResponseEntity<Found> search(
            @AuthenticationPrincipal Actor who, @RequestParam(defaultValue = "") String q) {
        return Answers.of(searchApplications.search(who, q).map(Found::of));
    }

    @Operation(summary = "Count what is open, late, issued and refused")
    @GetMapping("/dashboard")
    ResponseEntity<Dashboard> dashboard(
            @AuthenticationPrincipal Actor who,
            @RequestParam(required = false) @Nullable String plan) {
        return Answers.of(readDashboard.read(who, plan(plan).orElse(null)));
    }

    /** The next page, if there is one, is named in the header {@code Link}. */
    @Operation(summary = "List the cases that stand at a gate")
    @GetMapping("/applications")
    ResponseEntity<List<Line>> atGate(
            @AuthenticationPrincipal Actor who,
            @RequestParam(defaultValue = "FORM") String gate,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String after) {
        GateCode code = gate(gate);
        ListAtGate.Page page =
                Answers.valueOf(listAtGate.list(who, code, plan(plan).orElse(null), number(after)));
        CaseNumber next = page.next();
        return Answers.page(
                page.cases().stream().map(each -> Line.of(each, null)).toList(),
                next == null
                        ? null
                        : "/api/v1/staff/applications?gate="
                                + code
                                + plan(plan).map(each -> "&plan=" + each).orElse("")
                                + "&after="
                                + next);
    }

    static Optional<PlanCode> plan(@Nullable String text) {
        return text == null || !text.matches("[a-z][a-z0-9-]{1,39}")
                ? Optional.empty()
                : Optional.of(new PlanCode(text));
    }

    /** A gate that nobody knows has no cases, and needs no refusal of its own. */
    static GateCode gate(String text) {
        return new GateCode(text.matches("[A-Z][A-Z0-9_]{0,39}") ? text : "NONE");
    }

    static @Nullable CaseNumber number(@Nullable String text) {
        return text == null ? null : CaseNumber.parse(text).orElse(null);
    }
}
