package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.AcceptAgreement;
import org.yinxin.hall.application.AgreementView;
import org.yinxin.hall.application.ApplicationError;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.Chosen;
import org.yinxin.hall.application.ListApplications;
import org.yinxin.hall.application.OpenAboutCertificate;
import org.yinxin.hall.application.OpenApplication;
import org.yinxin.hall.application.ReadAgreement;
import org.yinxin.hall.application.SaveForm;
import org.yinxin.hall.application.SubmitApplication;
import org.yinxin.hall.application.ViewApplication;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.NextPage;

/** Applications in the open API, from opening to submission. */
@Tag(
        name = "Applications",
        description = "Apply for a certificate, step by step and in any order the plan allows.")
@RestController
@RequestMapping("/api/v1/applications")
class ApplicationApi {

    private final OpenApplication openApplication;
    private final OpenAboutCertificate openAboutCertificate;
    private final ListApplications listApplications;
    private final ViewApplication viewApplication;
    private final SaveForm saveForm;
    private final ReadAgreement readAgreement;
    private final AcceptAgreement acceptAgreement;
    private final SubmitApplication submitApplication;
    private final ApplicationJsonWriter writer;

    ApplicationApi(
            OpenApplication openApplication,
            OpenAboutCertificate openAboutCertificate,
            ListApplications listApplications,
            ViewApplication viewApplication,
            SaveForm saveForm,
            ReadAgreement readAgreement,
            AcceptAgreement acceptAgreement,
            SubmitApplication submitApplication,
            ApplicationJsonWriter writer) {
        this.openApplication = openApplication;
        this.openAboutCertificate = openAboutCertificate;
        this.listApplications = listApplications;
        this.viewApplication = viewApplication;
        this.saveForm = saveForm;
        this.readAgreement = readAgreement;
        this.acceptAgreement = acceptAgreement;
        this.submitApplication = submitApplication;
        this.writer = writer;
    }

    /**
     * What to open.
     *
     * @param certificate the serial of the certificate that the business is about; none for a business about none
     * @param openBids whether bids made with that certificate are unopened yet, where the plan asks
     * @param acceptOpenBids whether the warning about them is accepted
     */
    record Opening(
            String plan,
            String business,
            @Nullable String certificate,
            @Nullable Boolean openBids,
            @Nullable Boolean acceptOpenBids) {}

    /** Which text is accepted. */
    record Acceptance(int version, String sm3) {}

    /** The text to be accepted. */
    record AgreementJson(
            String code, int version, String title, String text, String sm3, boolean accepted) {}

    @Operation(
            summary = "Open an application",
            description =
                    "A business about an existing certificate names its serial. Where the plan guards unopened bids, `openBids` must be answered, and `acceptOpenBids` be true if there are any.")
    @PostMapping
    ResponseEntity<ApplicationJson> open(
            @AuthenticationPrincipal Actor.Subscriber who,
            @RequestBody Opening opening,
            Locale reader) {
        Outcome<CaseNumber> opened =
                PlanCode.parse(opening.plan())
                        .flatMap(
                                plan ->
                                        BusinessCode.parse(opening.business())
                                                .map(it -> open(who, plan, it, opening)))
                        .orElseGet(() -> Outcome.refused(ApplicationError.NO_SUCH_BUSINESS));
        return Answers.created(
                opened.flatMap(number -> viewApplication.view(who, number))
                        .map(view -> writer.json(view, reader)),
                json -> "/api/v1/applications/" + json.number());
    }

    private Outcome<CaseNumber> open(
            Actor.Subscriber who, PlanCode plan, BusinessCode business, Opening opening) {
        String serial = opening.certificate();
        return serial == null || serial.isBlank()
                ? openApplication.open(who, plan, business)
                : openAboutCertificate.open(
                        who,
                        plan,
                        business,
                        new Chosen(
                                serial.strip(),
                                opening.openBids(),
                                Boolean.TRUE.equals(opening.acceptOpenBids())));
    }

    @Operation(
            summary = "List your applications, newest first",
            description =
                    "With `unit`, a credit code, only those for that organisation. The next page, if there is one, is named in the header `Link`.")
    @GetMapping
    ResponseEntity<List<ApplicationJson.Summary>> list(
            @AuthenticationPrincipal Actor.Subscriber who,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String after,
            Locale reader) {
        ListApplications.Page page =
                listApplications.own(
                        who, unit, after == null ? null : Place.parse(after).orElse(null));
        Place next = page.next();
        return Answers.page(
                page.applications().stream().map(it -> writer.json(it, reader)).toList(),
                next == null ? null : NextPage.of("/api/v1/applications", unit, next.text()));
    }

    @Operation(summary = "Read an application")
    @GetMapping("/{number}")
    ResponseEntity<ApplicationJson> view(
            @AuthenticationPrincipal Actor who, @PathVariable String number, Locale reader) {
        return answer(number(number).flatMap(it -> viewApplication.view(who, it)), reader);
    }

    @Operation(
            summary = "Save answers",
            description =
                    "Some or all; an empty or null answer is removed. They are saved also when wrong or incomplete: what is wrong stands in `violations`.")
    @PutMapping("/{number}/form")
    ResponseEntity<ApplicationJson> save(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @RequestBody Map<String, @Nullable String> answers,
            Locale reader) {
        Map<String, String> given = new HashMap<>();
        answers.forEach((field, answer) -> given.put(field, answer == null ? "" : answer));
        return answer(number(number).flatMap(it -> saveForm.save(who, it, given)), reader);
    }

    @Operation(summary = "Read the agreement")
    @GetMapping("/{number}/agreement")
    ResponseEntity<AgreementJson> agreement(
            @AuthenticationPrincipal Actor who, @PathVariable String number, Locale reader) {
        return Answers.of(
                number(number)
                        .flatMap(it -> readAgreement.read(who, it))
                        .map(agreement -> json(agreement, reader)));
    }

    @Operation(summary = "Accept the agreement in the version that was read")
    @PostMapping("/{number}/agreement")
    ResponseEntity<ApplicationJson> accept(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @RequestBody Acceptance acceptance,
            HttpServletRequest request,
            Locale reader) {
        return answer(
                number(number)
                        .flatMap(
                                it ->
                                        acceptAgreement.accept(
                                                who,
                                                it,
                                                acceptance.version(),
                                                acceptance.sm3(),
                                                request.getRemoteAddr())),
                reader);
    }

    @Operation(
            summary = "Submit",
            description =
                    "For the first time or after a return. A refusal lists everything that is missing or wrong.")
    @PostMapping("/{number}/submission")
    ResponseEntity<ApplicationJson> submit(
            @AuthenticationPrincipal Actor who, @PathVariable String number, Locale reader) {
        return answer(number(number).flatMap(it -> submitApplication.submit(who, it)), reader);
    }

    private ResponseEntity<ApplicationJson> answer(
            Outcome<ApplicationView> outcome, Locale reader) {
        return Answers.of(outcome.map(view -> writer.json(view, reader)));
    }

    /** A number that cannot be one is answered as one that is not there. */
    static Outcome<CaseNumber> number(String typed) {
        return CaseNumber.parse(typed)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ApplicationError.NO_SUCH_APPLICATION));
    }

    private static AgreementJson json(AgreementView agreement, Locale reader) {
        return new AgreementJson(
                agreement.code(),
                agreement.version(),
                agreement.title().in(reader),
                agreement.text().in(reader),
                agreement.sm3(),
                agreement.accepted());
    }
}
