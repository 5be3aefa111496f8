package org.yinxin.bench.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinxin.bench.rows.Kind.Step;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.application.gate.ItemReason;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Reason;
import org.yinxin.hall.privacy.ColumnCipher;
import tools.jackson.databind.json.JsonMapper;

/** Lays the kinds down in temporary tables, from which statements make rows for as many cases as there are. */
final class KindTables {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Connection connection;
    private final ColumnCipher cipher;

    KindTables(Connection connection, ColumnCipher cipher) {
        this.connection = connection;
        this.cipher = cipher;
    }

    void fill(List<Kind> kinds) throws SQLException {
        try (Copy copy = new Copy(connection, "kind")) {
            for (Kind kind : kinds) {
                kind(copy, kind);
            }
            copy.end();
        }
        try (Copy copy = new Copy(connection, "kind_gate")) {
            for (Kind kind : kinds) {
                for (GateCode gate : kind.gates().codes()) {
                    gate(copy, kind, gate);
                }
            }
            copy.end();
        }
        try (Copy copy = new Copy(connection, "kind_step")) {
            for (Kind kind : kinds) {
                steps(copy, kind);
            }
            copy.end();
        }
        try (Copy copy = new Copy(connection, "kind_field")) {
            for (Kind kind : kinds) {
                fields(copy, kind);
            }
            copy.end();
        }
        try (Copy copy = new Copy(connection, "kind_payment")) {
            for (Kind kind : kinds) {
                payments(copy, kind);
            }
            copy.end();
        }
        try (Copy copy = new Copy(connection, "kind_delivery")) {
            for (Kind kind : kinds) {
                deliveries(copy, kind);
            }
            copy.end();
        }
    }

    private void kind(Copy copy, Kind kind) throws SQLException {
        GateSettings.Review review =
                kind.business().settings(GateSettings.Review.class).findFirst().orElse(null);
        Reason reason = review == null ? null : review.reasons().getFirst();
        Integer days = review == null ? null : review.workingDays();
        boolean installed = kind.passed(GateSettings.Production.class);
        copy.put(kind.id())
                .put(kind.plan().code())
                .put(kind.plan().version())
                .put(kind.business().code())
                .put(kind.business().title().zh())
                .put(kind.business().title().en())
                .put(kind.business().limits().oneOpenCase())
                .put(kind.business().limits().oneCertificate())
                .put(kind.plan().authority())
                .put(kind.since(first(kind, GateSettings.Form.class)) > 0)
                .put(kind.passed(GateSettings.Submission.class))
                .put(kind.ended())
                .put(kind.minutes())
                .put(kind.steps().size())
                .put(kind.review())
                .put(kind.submitted())
                .put(kind.reviewed())
                .put(days == null ? 5 : days)
                .put(installed)
                .put(
                        installed
                                ? kind.business().gates(GateSettings.Production.class).stream()
                                        .mapToInt(gate -> kind.since(gate.code()))
                                        .max()
                                        .orElseThrow()
                                : null)
                .put(reason == null ? null : reason.code())
                .put(reason == null ? null : reason.words().zh())
                .put(reason == null ? null : reason.words().en())
                .put(JSON.writeValueAsString(review == null ? List.of() : review.reasons()))
                .put(
                        seal(
                                reason == null
                                        ? List.of()
                                        : List.of(new ItemReason("", reason.code(), ""))))
                .put(seal(List.of()))
                .put(cipher.seal("资料清晰"))
                .endRow();
    }

    private static void gate(Copy copy, Kind kind, GateCode gate) throws SQLException {
        GateState state = kind.gates().state(gate);
        GateState reopening = kind.gates().reopening(gate);
        copy.put(kind.id())
                .put(gate)
                .put(name(state))
                .put(kind.since(gate))
                .put(minutes(state))
                .put(by(state))
                .put(evidence(state))
                .put(name(reopening))
                .put(reasoned(state) || reasoned(reopening))
                .endRow();
    }

    private static void steps(Copy copy, Kind kind) throws SQLException {
        int position = 0;
        for (Step step : kind.steps()) {
            position++;
            GateState became = step.change().became();
            String by = by(became);
            copy.put(kind.id())
                    .put(position)
                    .put(step.change().gate())
                    .put(name(step.change().was()))
                    .put(name(became))
                    .put(step.minutes())
                    .put(by == null ? Kinds.SUBSCRIBER : by)
                    .put(evidence(became))
                    .put(reasoned(became))
                    .endRow();
        }
    }

    /** Only what cases are found by, and names. */
    private static void fields(Copy copy, Kind kind) throws SQLException {
        Set<String> names = new HashSet<>();
        for (FormField field : kind.business().fields()) {
            String answer =
                    switch (field.type()) {
                        case CREDIT_CODE -> "CODE";
                        case ORGANISATION_NAME -> "NAME";
                        case MOBILE -> "MOBILE";
                        case RESIDENT_IDENTITY_NUMBER -> "DOCUMENT";
                        case PERSON_NAME -> "PERSON";
                        case LICENCE_NUMBER,
                                OTHER_DOCUMENT_NUMBER,
                                TEXT,
                                CHOICE,
                                SUBJECT_TYPE,
                                PRODUCT,
                                COUNT,
                                DATE,
                                YEARS,
                                PROVINCE,
                                CITY,
                                DISTRICT,
                                ADDRESS,
                                POSTCODE,
                                TELEPHONE,
                                EMAIL,
                                BANK_ACCOUNT_NUMBER ->
                                "";
                    };
            if (!answer.isEmpty() && names.add(field.name())) {
                copy.put(kind.id())
                        .put(field.name())
                        .put(answer)
                        .put(field.type().personal())
                        .endRow();
            }
        }
    }

    private static void payments(Copy copy, Kind kind) throws SQLException {
        for (GatePlan gate : kind.business().gates(GateSettings.Payment.class)) {
            GateState state = kind.gates().state(gate.code());
            if (gate.settings() instanceof GateSettings.Payment payment
                    && (state instanceof GateState.Open || state.passed())) {
                int since = kind.since(gate.code());
                copy.put(kind.id())
                        .put(gate.code())
                        .put(state.passed())
                        .put(state.passed() ? Math.max(0, since - 30) : since)
                        .put(since)
                        .put(array(payment.channels()))
                        .put(payment.unpaidDays())
                        .endRow();
            }
        }
    }

    private static void deliveries(Copy copy, Kind kind) throws SQLException {
        for (GatePlan gate : kind.business().gates(GateSettings.Delivery.class)) {
            GateState state = kind.gates().state(gate.code());
            if (gate.settings() instanceof GateSettings.Delivery delivery
                    && (state instanceof GateState.Open || state.passed())) {
                int since = kind.since(gate.code());
                copy.put(kind.id())
                        .put(gate.code())
                        .put(state.passed())
                        .put(state.passed() ? Math.max(0, since - 30) : since)
                        .put(since)
                        .put(array(delivery.ways().stream().sorted().map(Enum::name).toList()))
                        .endRow();
            }
        }
    }

    private static GateCode first(Kind kind, Class<? extends GateSettings> settings) {
        return kind.business().gates(settings).stream()
                .map(GatePlan::code)
                .findFirst()
                .orElseGet(() -> kind.business().gates().getFirst().code());
    }

    private static String array(List<String> values) {
        return values.stream().collect(Collectors.joining(",", "{", "}"));
    }

    private byte[] seal(List<ItemReason> reasons) {
        return cipher.seal(JSON.writeValueAsString(reasons));
    }

    private static String name(GateState state) {
        return switch (state) {
            case GateState.Shut _ -> "SHUT";
            case GateState.Open _ -> "OPEN";
            case GateState.Passed _ -> "PASSED";
            case GateState.Returned _ -> "RETURNED";
            case GateState.Refused _ -> "REFUSED";
        };
    }

    private static @Nullable Integer minutes(GateState state) {
        return switch (state) {
            case GateState.Shut _, GateState.Open _ -> null;
            case GateState.Passed(Instant at, _, _) -> minutes(at);
            case GateState.Returned(Instant at, _, _) -> minutes(at);
            case GateState.Refused(Instant at, _, _) -> minutes(at);
        };
    }

    private static Integer minutes(Instant at) {
        return (int) (at.getEpochSecond() / 60);
    }

    private static @Nullable String by(GateState state) {
        return switch (state) {
            case GateState.Shut _, GateState.Open _ -> null;
            case GateState.Passed(_, String by, _) -> by;
            case GateState.Returned(_, String by, _) -> by;
            case GateState.Refused(_, String by, _) -> by;
        };
    }

    private static @Nullable String evidence(GateState state) {
        return state instanceof GateState.Passed(_, _, String evidence) ? evidence : null;
    }

    private static boolean reasoned(GateState state) {
        return state instanceof GateState.Returned || state instanceof GateState.Refused;
    }
}
