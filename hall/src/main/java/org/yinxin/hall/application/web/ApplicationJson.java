package org.yinxin.hall.application.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One application over the API, in the reader's language and masked where personal. */
@Schema(name = "Application")
record ApplicationJson(
        @Schema(example = "2611-7K4M-9QTX") String number,
        @Schema(description = "the plan it was opened under") String plan,
        String business,
        int planVersion,
        String title,
        Instant openedAt,
        Status status,
        @Schema(description = "what happens next; null when nothing will any more")
                @Nullable Next next,
        List<Gate> gates,
        @Schema(description = "the answers by field; personal ones are masked")
                Map<String, String> form,
        @Schema(description = "what is wrong or missing in the answers") List<Fault> violations,
        @Schema(description = "what an officer will look at twice") List<Fault> warnings,
        List<Paper> papers,
        @Nullable Agreement agreement,
        @Schema(description = "the bill; null while nothing is to be paid") @Nullable Order order,
        @Schema(description = "serial numbers of what was issued") List<String> certificates,
        @Schema(description = "what was handed over to you, oldest first")
                List<HandedOver> deliveries,
        List<Moment> timeline,
        @Schema(description = "the certificate that it is about; null when it is about none")
                @Nullable About about) {

    @Schema(name = "AboutCertificate")
    record About(
            @Schema(description = "serial of its signing certificate") String certificate,
            Instant notAfter) {}

    record Status(
            @Schema(description = "gate and state, or FINISHED", example = "REVIEW_OPEN")
                    String code,
            @Schema(description = "the plan's own words") String words) {}

    record Next(
            String gate,
            String title,
            @Schema(description = "how long it takes when it is the staff's turn")
                    @Nullable String promise,
            @Schema(allowableValues = {"SUBSCRIBER", "STAFF"}) String turn) {}

    record Gate(
            String code,
            @Schema(description = "what kind of work it is, as plans call it", example = "identity")
                    String kind,
            String title,
            @Schema(allowableValues = {"SHUT", "OPEN", "PASSED", "RETURNED", "REFUSED"})
                    String state,
            @Nullable Instant at,
            @Schema(allowableValues = {"SUBSCRIBER", "STAFF", "HALL"}) @Nullable String by,
            @Schema(description = "whether it is passed because it is not needed this time")
                    boolean spared,
            @Schema(
                            description =
                                    "what there is to choose from; without a member that says nothing")
                    Settings settings,
            List<Reason> reasons) {}

    /** What a client has to know of the plan to do what a gate asks for. */
    @Schema(name = "GateSettings")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settings(
            @Schema(
                            description = "identity: whose",
                            allowableValues = {
                                "AGENT",
                                "ORGANISATION",
                                "LEGAL_REPRESENTATIVE",
                                "APPLICANT"
                            })
                    @Nullable String party,
            @Schema(
                            description = "identity: the methods; one is enough",
                            example = "[\"MOBILE\", \"FACE\"]")
                    @Nullable List<String> methods,
            @Schema(description = "unlock: the ways to get it", example = "[\"SMS_CODE\"]")
                    @Nullable List<String> modes,
            @Schema(
                            description = "delivery: the ways to hand it over",
                            example = "[\"COURIER_PREPAID\", \"PICKUP\"]")
                    @Nullable List<String> ways,
            @Schema(description = "activation: what to do, and where") @Nullable String where,
            @Schema(description = "payment: the channels", example = "[\"wechat\"]")
                    @Nullable List<String> channels,
            @Schema(
                            description = "production: who may do it",
                            example = "[\"SUBSCRIBER\", \"PRODUCER\"]")
                    @Nullable List<String> by,
            @Schema(description = "bank-check: what is transferred, in yuan", example = "0.01")
                    @Nullable String amount) {}

    record Reason(
            @Schema(description = "field or paper; empty for the whole") String item,
            String reason,
            String text) {}

    record Fault(String field, String message) {}

    record Paper(
            String code,
            String title,
            boolean required,
            boolean changeable,
            @Schema(allowableValues = {"MISSING", "GIVEN", "RETURNED"}) String state,
            @Nullable String format,
            @Nullable Long bytes) {}

    record Agreement(String code, int version, String sm3, boolean accepted) {}

    record Order(
            String id,
            @Schema(allowableValues = {"unpaid", "settled", "closed"}) String state,
            @Schema(description = "in yuan", example = "280.00") String amount) {}

    @Schema(name = "HandedOver")
    record HandedOver(
            String gate,
            @Schema(allowableValues = {"COURIER_PREPAID", "COURIER_COLLECT", "PICKUP"}) String way,
            @Schema(description = "the courier; null when it was collected")
                    @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant at) {}

    record Moment(
            Instant at,
            @Schema(allowableValues = {"SUBSCRIBER", "STAFF", "HALL"}) String who,
            String what) {}

    /** One application in a list. */
    @Schema(name = "ApplicationSummary")
    record Summary(
            String number,
            String plan,
            String business,
            String title,
            @Schema(description = "whom the certificate will name; null before it is submitted")
                    @Nullable String holder,
            Status status,
            @Nullable Next next,
            Instant openedAt,
            Instant changedAt) {}
}
