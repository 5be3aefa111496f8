package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.account.SentCode;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationError;
import org.yinxin.hall.application.Chosen;
import org.yinxin.hall.application.CounterSheet;
import org.yinxin.hall.application.OpenAtCounter;
import org.yinxin.hall.application.Original;
import org.yinxin.hall.application.PrintReceipt;
import org.yinxin.hall.application.ReadCounterCase;
import org.yinxin.hall.application.ReadVisit;
import org.yinxin.hall.application.ReceiveOriginal;
import org.yinxin.hall.application.ReceiveVisitor;
import org.yinxin.hall.application.ViewApplication;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;

/** 现场受理 in the open API: an officer enters an application for a visitor, and forms and papers as a visitor would. */
@Tag(
        name = "Counter",
        description =
                "For entry officers with a visitor at the counter. The visitor reads a code aloud and shows an identity document; the application then belongs to the visitor's account.")
@RestController
@RequestMapping("/api/v1/staff/counter")
class CounterApi {

    private final ReceiveVisitor receiveVisitor;
    private final ReadVisit readVisit;
    private final OpenAtCounter openAtCounter;
    private final ReceiveOriginal receiveOriginal;
    private final ReadCounterCase readCounterCase;
    private final PrintReceipt printReceipt;
    private final ViewApplication viewApplication;
    private final ApplicationApi applications;
    private final ApplicationJsonWriter writer;
    private final Catalogue catalogue;

    CounterApi(
            ReceiveVisitor receiveVisitor,
            ReadVisit readVisit,
            OpenAtCounter openAtCounter,
            ReceiveOriginal receiveOriginal,
            ReadCounterCase readCounterCase,
            PrintReceipt printReceipt,
            ViewApplication viewApplication,
            ApplicationApi applications,
            ApplicationJsonWriter writer,
            Catalogue catalogue) {
        this.receiveVisitor = receiveVisitor;
        this.readVisit = readVisit;
        this.openAtCounter = openAtCounter;
        this.receiveOriginal = receiveOriginal;
        this.readCounterCase = readCounterCase;
        this.printReceipt = printReceipt;
        this.viewApplication = viewApplication;
        this.applications = applications;
        this.writer = writer;
        this.catalogue = catalogue;
    }

    /** The visitor's number. */
    record Telephone(@Nullable String mobile) {}

    /** The visitor, with the code read aloud and what stands in the identity document. */
    record Visitor(
            @Nullable String mobile,
            @Nullable String code,
            @Nullable String name,
            @Nullable String identityNumber,
            @Nullable Boolean documentSeen) {}

    /** The visit, under whose id applications are opened. */
    record Received(UUID visit) {}

    /**
     * What to open.
     *
     * @param certificate the serial of the certificate that the business is about; none for a business about none
     * @param organisation the organisation's name, to be filled in
     * @param creditCode its code, to be filled in
     */
    record Opening(
            @Nullable String plan,
            @Nullable String business,
            @Nullable String certificate,
            @Nullable Boolean openBids,
            @Nullable Boolean acceptOpenBids,
            @Nullable String organisation,
            @Nullable String creditCode) {}

    /** Whether the original stays here. */
    record Keeping(@Nullable Boolean kept) {}

    /** What is offered at the counter, and what this officer entered last. */
    record Counter(List<CounterOffer> offers, List<ApplicationJson.Summary> lately) {}

    /** The application, and what stands beside it. */
    record Entered(ApplicationJson application, CounterSheet counter) {}

    @Operation(summary = "Read what is offered at the counter, and what you entered last")
    @GetMapping
    Counter counter(@AuthenticationPrincipal Actor.Operator who, Locale reader) {
        return new Counter(
                CounterOffer.of(catalogue.live(), reader),
                readCounterCase.lately(who).stream().map(it -> writer.json(it, reader)).toList());
    }

    @Operation(summary = "Send a code to the visitor's telephone")
    @PostMapping("/codes")
    ResponseEntity<SentCode> sendCode(
            @AuthenticationPrincipal Actor.Operator who, @RequestBody Telephone to, Locale reader) {
        return Answers.accepted(receiveVisitor.sendCode(who, text(to.mobile()), reader));
    }

    @Operation(summary = "Receive a visitor, with the code and the identity document")
    @PostMapping("/visits")
    ResponseEntity<Received> receive(
            @AuthenticationPrincipal Actor.Operator who, @RequestBody Visitor visitor) {
        Outcome<UUID> received =
                receiveVisitor.receive(
                        who,
                        new ReceiveVisitor.Typed(
                                text(visitor.mobile()),
                                text(visitor.code()),
                                text(visitor.name()),
                                text(visitor.identityNumber()),
                                Boolean.TRUE.equals(visitor.documentSeen())));
        return Answers.created(
                received.map(Received::new), it -> "/api/v1/staff/counter/visits/" + it.visit());
    }

    @Operation(summary = "Read the cases and certificates of a visitor")
    @GetMapping("/visits/{visit}")
    ResponseEntity<VisitJson> visit(
            @AuthenticationPrincipal Actor.Operator who, @PathVariable UUID visit, Locale reader) {
        return Answers.of(readVisit.read(who, visit).map(it -> VisitJson.of(it, writer, reader)));
    }

    @Operation(
            summary = "Open an application for the visitor",
            description = "Of a business that the plan offers at the counter.")
    @PostMapping("/visits/{visit}/applications")
    ResponseEntity<ApplicationJson> open(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable UUID visit,
            @RequestBody Opening opening,
            Locale reader) {
        Outcome<CaseNumber> opened =
                PlanCode.parse(text(opening.plan()))
                        .flatMap(
                                plan ->
                                        BusinessCode.parse(text(opening.business()))
                                                .map(it -> wanted(plan, it, opening)))
                        .map(wanted -> openAtCounter.open(who, visit, wanted))
                        .orElseGet(() -> Outcome.refused(ApplicationError.NO_SUCH_BUSINESS));
        return Answers.created(
                opened.flatMap(number -> viewApplication.view(who, number))
                        .map(view -> writer.json(view, reader)),
                json -> "/api/v1/staff/counter/" + json.number());
    }

    private static OpenAtCounter.Wanted wanted(
            PlanCode plan, BusinessCode business, Opening opening) {
        String serial = text(opening.certificate()).strip();
        return new OpenAtCounter.Wanted(
                plan,
                business,
                serial.isEmpty()
                        ? null
                        : new Chosen(
                                serial,
                                opening.openBids(),
                                Boolean.TRUE.equals(opening.acceptOpenBids())),
                text(opening.organisation()),
                text(opening.creditCode()));
    }

    @Operation(summary = "Read an application that was entered at the counter")
    @GetMapping("/{number}")
    ResponseEntity<Entered> entered(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable CaseNumber number,
            Locale reader) {
        return Answers.of(
                readCounterCase
                        .read(who, number)
                        .flatMap(
                                sheet ->
                                        viewApplication
                                                .view(who, number)
                                                .map(
                                                        view ->
                                                                new Entered(
                                                                        writer.json(view, reader),
                                                                        sheet))));
    }

    @Operation(summary = "Save answers for the visitor", description = "As the visitor would.")
    @PutMapping("/{number}/form")
    ResponseEntity<ApplicationJson> save(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            @RequestBody Map<String, @Nullable String> answers,
            Locale reader) {
        return applications.save(who, number, answers, reader);
    }

    @Operation(summary = "Read the agreement that the visitor signs")
    @GetMapping("/{number}/agreement")
    ResponseEntity<ApplicationApi.AgreementJson> agreement(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            Locale reader) {
        return applications.agreement(who, number, reader);
    }

    @Operation(summary = "Say that the visitor signed the agreement on paper before you")
    @PostMapping("/{number}/agreement")
    ResponseEntity<ApplicationJson> signed(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            @RequestBody ApplicationApi.Acceptance acceptance,
            HttpServletRequest request,
            Locale reader) {
        return applications.accept(who, number, acceptance, request, reader);
    }

    @Operation(
            summary = "Say that you had the original of a paper in hand",
            description = "Compared and given back, or `kept`.")
    @PutMapping("/{number}/originals/{paper}")
    ResponseEntity<Original> original(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable CaseNumber number,
            @PathVariable String paper,
            @RequestBody Keeping keeping) {
        boolean kept = Boolean.TRUE.equals(keeping.kept());
        return Answers.of(receiveOriginal.receive(who, number, paper, kept));
    }

    @Operation(
            summary = "Submit for the visitor",
            description =
                    "Besides what is missing or wrong, originals that nobody has seen are refused, and an agent who is not the visitor.")
    @PostMapping("/{number}/submission")
    ResponseEntity<ApplicationJson> submit(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String number,
            Locale reader) {
        return applications.submit(who, number, reader);
    }

    @Operation(summary = "The receipt of what was submitted")
    @PostMapping("/{number}/receipt")
    ResponseEntity<ReceiptJson> receipt(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable CaseNumber number,
            Locale reader) {
        return Answers.of(printReceipt.print(who, number).map(it -> ReceiptJson.of(it, reader)));
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
