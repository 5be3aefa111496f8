package org.yinxin.hall.application.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.hall.application.ApplicationSummary;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.outcome.Violation;

/** Puts a view into the reader's language for the API. */
@Component
class ApplicationJsonWriter {

    private final Sayings sayings;

    ApplicationJsonWriter(Sayings sayings) {
        this.sayings = sayings;
    }

    ApplicationJson json(ApplicationView view, Locale reader) {
        return new ApplicationJson(
                view.number().text(),
                view.plan().text(),
                view.business().text(),
                view.planVersion(),
                view.title().in(reader),
                view.openedAt(),
                status(view.status(), reader),
                next(view.next(), reader),
                view.gates().stream().map(gate -> gate(gate, reader)).toList(),
                view.form(),
                faults(view.violations(), reader),
                faults(view.warnings(), reader),
                view.papers().stream().map(paper -> paper(paper, reader)).toList(),
                agreement(view.agreement()),
                order(view.order()),
                view.certificates(),
                view.deliveries().stream().map(ApplicationJsonWriter::handedOver).toList(),
                view.timeline().stream()
                        .map(
                                moment ->
                                        new ApplicationJson.Moment(
                                                moment.at(),
                                                moment.who().name(),
                                                moment.what().in(reader)))
                        .toList(),
                about(view.about()));
    }

    private static ApplicationJson.@Nullable About about(
            ApplicationView.@Nullable CertificateAbout about) {
        return about == null ? null : new ApplicationJson.About(about.serial(), about.until());
    }

    ApplicationJson.Summary json(ApplicationSummary summary, Locale reader) {
        return new ApplicationJson.Summary(
                summary.number().text(),
                summary.plan().text(),
                summary.business().text(),
                summary.title().in(reader),
                summary.subscriber(),
                status(summary.status(), reader),
                next(summary.next(), reader),
                summary.openedAt(),
                summary.changedAt());
    }

    private static ApplicationJson.Status status(ApplicationView.Status status, Locale reader) {
        return new ApplicationJson.Status(status.code(), status.words().in(reader));
    }

    private static ApplicationJson.@Nullable Next next(
            ApplicationView.@Nullable NextStep next, Locale reader) {
        if (next == null) {
            return null;
        }
        Words promise = next.promise();
        return new ApplicationJson.Next(
                next.gate().text(),
                next.title().in(reader),
                promise == null ? null : promise.in(reader),
                next.turn().name());
    }

    private static ApplicationJson.Gate gate(ApplicationView.Gate gate, Locale reader) {
        ApplicationView.Who by = gate.by();
        return new ApplicationJson.Gate(
                gate.code().text(),
                gate.settings().kind().word(),
                gate.title().in(reader),
                gate.standing().name(),
                gate.at(),
                by == null ? null : by.name(),
                gate.spared(),
                GateSettingsWriter.json(gate.settings(), reader),
                gate.reasons().stream()
                        .map(
                                reason ->
                                        new ApplicationJson.Reason(
                                                reason.item(),
                                                reason.reason().in(reader),
                                                reason.text()))
                        .toList());
    }

    private static ApplicationJson.Paper paper(ApplicationView.Paper paper, Locale reader) {
        return new ApplicationJson.Paper(
                paper.code(),
                paper.title().in(reader),
                paper.required(),
                paper.changeable(),
                paper.state().name(),
                paper.format(),
                paper.bytes());
    }

    private static ApplicationJson.@Nullable Agreement agreement(
            ApplicationView.@Nullable Agreement agreement) {
        return agreement == null
                ? null
                : new ApplicationJson.Agreement(
                        agreement.code(),
                        agreement.version(),
                        agreement.sm3(),
                        agreement.accepted());
    }

    private static ApplicationJson.@Nullable Order order(ApplicationView.@Nullable Order order) {
        return order == null
                ? null
                : new ApplicationJson.Order(order.id(), order.state(), order.amount().toString());
    }

    private static ApplicationJson.HandedOver handedOver(ApplicationView.HandedOver handed) {
        return new ApplicationJson.HandedOver(
                handed.gate().text(),
                handed.way().name(),
                handed.carrier(),
                handed.trackingNumber(),
                handed.at());
    }

    private List<ApplicationJson.Fault> faults(List<Violation> violations, Locale reader) {
        return violations.stream()
                .map(
                        violation ->
                                new ApplicationJson.Fault(
                                        violation.field(), sayings.say(violation, reader)))
                .toList();
    }
}
