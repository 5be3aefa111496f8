package org.yinxin.hall.delegation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.delegation.HandoverView;
import org.yinxin.hall.delegation.UnitOfAgent;
import org.yinxin.hall.identification.IdentityView;
import org.yinxin.hall.privacy.Masked;
import org.yinxin.hall.subscriber.Authorisation;

/** Agents, units and hand-overs as JSON. */
final class DelegationJson {

    private DelegationJson() {}

    /** A unit that one acts for, or has acted for. */
    record UnitJson(
            String creditCode,
            String name,
            LocalDate from,
            @Schema(description = "its last day, included") LocalDate until,
            @Schema(description = "whether one acts for it today") boolean current,
            @Nullable Instant endedAt,
            @Schema(allowableValues = {"HANDED_OVER", "RESIGNED", "WITHDRAWN"})
                    @Nullable String ended) {

        static UnitJson of(UnitOfAgent unit) {
            return new UnitJson(
                    unit.creditCode(),
                    unit.name(),
                    unit.from(),
                    unit.until(),
                    unit.current(),
                    unit.endedAt(),
                    unit.how() == null ? null : unit.how().name());
        }
    }

    /** One authorisation for a unit; people are masked. */
    record AgentJson(
            String source,
            String name,
            String mobile,
            LocalDate from,
            LocalDate until,
            @Nullable Instant endedAt,
            @Nullable String ended) {

        static AgentJson of(Authorisation one) {
            return new AgentJson(
                    one.source(),
                    Masked.name(one.name()),
                    one.mobile(),
                    one.from(),
                    one.until(),
                    one.endedAt(),
                    one.how() == null ? null : one.how().name());
        }
    }

    /** A hand-over. */
    record HandoverJson(
            String number,
            String unit,
            String unitName,
            String name,
            LocalDate until,
            List<String> ways,
            @Schema(allowableValues = {"OPEN", "WAITING", "DONE", "REFUSED", "WITHDRAWN"})
                    String state,
            @Schema(description = "whom the code goes to, masked")
                    @Nullable String legalRepresentative,
            @Nullable CheckJson check,
            @Nullable Instant letterAt,
            @Nullable String words) {

        static HandoverJson of(HandoverView view) {
            var one = view.handover();
            return new HandoverJson(
                    one.number().text(),
                    one.unit().value(),
                    view.unitName(),
                    Masked.name(one.name()),
                    one.until(),
                    one.ways().stream().map(Enum::name).toList(),
                    one.state().name(),
                    view.legal(),
                    view.check() == null ? null : CheckJson.of(view.check()),
                    one.letterAt(),
                    one.words());
        }
    }

    /** What an officer compares with the letter. */
    record LetterJson(
            String number,
            String unit,
            String unitName,
            String name,
            String identityNumber,
            LocalDate until,
            String state,
            @Nullable Instant letterAt) {

        static LetterJson of(HandoverView view) {
            var one = view.handover();
            return new LetterJson(
                    one.number().text(),
                    one.unit().value(),
                    view.unitName(),
                    one.name(),
                    one.document().value(),
                    one.until(),
                    one.state().name(),
                    one.letterAt());
        }

        static LetterJson listed(HandoverView view) {
            var one = view.handover();
            return new LetterJson(
                    one.number().text(),
                    one.unit().value(),
                    view.unitName(),
                    Masked.name(one.name()),
                    Masked.identityNumber(one.document().value()),
                    one.until(),
                    one.state().name(),
                    one.letterAt());
        }
    }

    /** How the confirmation by the legal representative stands. */
    record CheckJson(
            String state,
            int attemptsLeft,
            @Nullable String sentTo,
            @Nullable Instant anotherFrom) {

        static CheckJson of(IdentityView view) {
            var code = view.code();
            return new CheckJson(
                    view.stage().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    view.attemptsLeft(),
                    code == null ? null : code.sentTo(),
                    code == null ? null : code.anotherFrom());
        }
    }
}
