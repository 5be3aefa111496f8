package org.yinxin.hall.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.hall.application.ApplicationView.Agreement;
import org.yinxin.hall.application.ApplicationView.Gate;
import org.yinxin.hall.application.ApplicationView.GateStanding;
import org.yinxin.hall.application.ApplicationView.Moment;
import org.yinxin.hall.application.ApplicationView.Order;
import org.yinxin.hall.application.ApplicationView.Paper;
import org.yinxin.hall.application.ApplicationView.PaperState;
import org.yinxin.hall.application.ApplicationView.Who;
import org.yinxin.hall.application.Contents.Answer;
import org.yinxin.hall.application.Contents.GivenPaper;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.application.gate.ItemReason;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GateMode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.delivery.Delivery;
import org.yinxin.hall.delivery.Handover;
import org.yinxin.hall.delivery.ListDeliveries;
import org.yinxin.hall.payment.OrderState;
import org.yinxin.hall.payment.PaymentOrder;
import org.yinxin.hall.payment.ReadOrder;

/** Makes the view of an application. */
@Component
class Views {

    private final Applications applications;
    private final HandedIn handedIn;
    private final ReadAgreement agreements;
    private final ReadOrder orders;
    private final ListDeliveries deliveries;
    private final GateKeeper gateKeeper;

    Views(
            Applications applications,
            HandedIn handedIn,
            ReadAgreement agreements,
            ReadOrder orders,
            ListDeliveries deliveries,
            GateKeeper gateKeeper) {
        this.applications = applications;
        this.handedIn = handedIn;
        this.agreements = agreements;
        this.orders = orders;
        this.deliveries = deliveries;
        this.gateKeeper = gateKeeper;
    }

    ApplicationView of(Application application) {
        Contents contents = handedIn.of(application.number());
        Completeness completeness = Completeness.of(application, contents, gateKeeper.today());
        return new ApplicationView(
                application.number(),
                application.plan().code(),
                application.plan().version(),
                application.business().code(),
                application.business().title(),
                application.openedAt(),
                StatusWords.status(application),
                StatusWords.next(application),
                application.business().gates().stream().map(g -> gate(application, g)).toList(),
                form(completeness, contents),
                completeness.wrongAnswers(),
                completeness.warnings(),
                papers(application, contents),
                agreement(application),
                order(application),
                application.milestones().certificates(),
                deliveries(application),
                timeline(application),
                about(application.about()));
    }

    private static ApplicationView.@Nullable CertificateAbout about(@Nullable About about) {
        return about == null
                ? null
                : new ApplicationView.CertificateAbout(about.serial(), about.until());
    }

    private static Gate gate(Application application, GatePlan gate) {
        GateState state = application.gates().state(gate.code());
        GateStanding standing = GateStanding.valueOf(GateColumns.name(state));
        return new Gate(
                gate.code(),
                gate.title(),
                standing,
                StatusWords.words(gate, standing.name()),
                gate.settings().turn(),
                gate.settings(),
                at(state),
                by(state),
                state instanceof GateState.Passed(_, String by, String evidence)
                        && spared(gate, by, evidence),
                Reasons.of(application.business(), state));
    }

    private static @Nullable Instant at(GateState state) {
        return switch (state) {
            case GateState.Shut _, GateState.Open _ -> null;
            case GateState.Passed(Instant at, _, _) -> at;
            case GateState.Returned(Instant at, _, _) -> at;
            case GateState.Refused(Instant at, _, _) -> at;
        };
    }

    private static @Nullable Who by(GateState state) {
        return switch (state) {
            case GateState.Shut _, GateState.Open _ -> null;
            case GateState.Passed(_, String by, _) -> who(by);
            case GateState.Returned(_, String by, _) -> who(by);
            case GateState.Refused(_, String by, _) -> who(by);
        };
    }

    private static Who who(String reference) {
        return switch (reference.substring(0, reference.indexOf(':') + 1)) {
            case "account:" -> Who.SUBSCRIBER;
            case "operator:" -> Who.STAFF;
            default -> Who.HALL;
        };
    }

    private static Map<String, String> form(Completeness completeness, Contents contents) {
        Map<String, String> form = new LinkedHashMap<>();
        for (FormField field : completeness.concerned()) {
            Answer answer = contents.answers().get(field.name());
            if (answer != null) {
                form.put(field.name(), Masking.mask(field, answer.value()));
            }
        }
        return form;
    }

    private static List<Paper> papers(Application application, Contents contents) {
        Map<String, String> values = contents.values();
        Set<String> changeable = Changeable.papers(application);
        List<Paper> papers = new ArrayList<>();
        for (PaperRequirement paper : application.business().papers(values)) {
            if (!paper.obligation().concerns(values)) {
                continue;
            }
            GivenPaper given = contents.papers().get(paper.code());
            papers.add(
                    new Paper(
                            paper.code(),
                            paper.title(),
                            paper.help(),
                            paper.obligation().binds(values),
                            changeable.contains(paper.code()),
                            state(application, paper.code(), given),
                            given == null ? null : Formats.name(given.format()),
                            given == null ? null : given.bytes(),
                            given == null ? null : given.attachedAt()));
        }
        return papers;
    }

    private static PaperState state(
            Application application, String paper, @Nullable GivenPaper given) {
        if (given == null) {
            return PaperState.MISSING;
        }
        boolean returned =
                application.business().gates().stream()
                        .flatMap(gate -> application.gates().correction(gate.code()).stream())
                        .filter(correction -> !given.attachedAt().isAfter(correction.at()))
                        .flatMap(correction -> correction.reasons().stream())
                        .map(ItemReason::item)
                        .anyMatch(paper::equals);
        return returned ? PaperState.RETURNED : PaperState.GIVEN;
    }

    private @Nullable Agreement agreement(Application application) {
        return agreements
                .find(application)
                .map(
                        found ->
                                new Agreement(
                                        found.code(),
                                        found.version(),
                                        found.sm3(),
                                        found.accepted()))
                .orElse(null);
    }

    private @Nullable Order order(Application application) {
        if (application.milestones().order() == null) {
            return null;
        }
        return bill(application)
                .map(
                        order ->
                                new Order(
                                        order.id().toString(),
                                        switch (order.state()) {
                                            case OrderState.Unpaid _ -> "unpaid";
                                            case OrderState.Settled _ -> "settled";
                                            case OrderState.Closed _ -> "closed";
                                        },
                                        order.amount(),
                                        orders.beingChecked(order)))
                .orElse(null);
    }

    /** The bill that can be paid now; where there is none, the newest. */
    private Optional<PaymentOrder> bill(Application application) {
        return application
                .workable(GateSettings.Payment.class)
                .flatMap(gate -> orders.ofGate(application.number(), gate.code()))
                .or(() -> orders.ofCase(application.number()));
    }

    private List<ApplicationView.HandedOver> deliveries(Application application) {
        if (application.business().gates(GateSettings.Delivery.class).isEmpty()) {
            return List.of();
        }
        return deliveries.ofCase(application.number()).stream().map(Views::handedOver).toList();
    }

    private static ApplicationView.HandedOver handedOver(Delivery delivery) {
        var done = delivery.done().orElseThrow();
        var sent = done.handover() instanceof Handover.Sent it ? it : null;
        return new ApplicationView.HandedOver(
                delivery.gate(),
                done.handover().way(),
                sent == null ? null : sent.carrier(),
                sent == null ? null : sent.trackingNumber().text(),
                done.at());
    }

    private List<Moment> timeline(Application application) {
        List<Moment> moments = new ArrayList<>();
        moments.add(
                new Moment(
                        application.openedAt(), Who.SUBSCRIBER, application.business().opened()));
        for (Applications.Step step : applications.history(application.number())) {
            boolean told =
                    !step.became().equals("OPEN")
                            && !step.became().equals("SHUT")
                            && !(step.became().equals("PASSED")
                                    && spared(
                                            application.gate(step.gate()),
                                            step.by(),
                                            step.evidence()));
            boolean closed =
                    step.became().equals("REFUSED")
                            && step.by().equals(KeepDeadline.HALL.reference());
            Words what =
                    closed
                            ? HallReason.closed()
                            : StatusWords.words(application.gate(step.gate()), step.became());
            if (told && what != null) {
                moments.add(new Moment(step.at(), who(step.by()), what));
            }
        }
        return moments;
    }

    /** What nobody did, because the plan did not ask for it this time, is not told as done. */
    private static boolean spared(GatePlan gate, String by, @Nullable String evidence) {
        boolean asks =
                GateKeeper.NOT_NEEDED.equals(evidence)
                        || gate.settings() instanceof GateSettings.Review;
        return asks
                && gate.mode() instanceof GateMode.SkipWhen
                && by.equals(GateKeeper.HALL.reference());
    }
}
