package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.IdentityTask;
import org.yinxin.hall.application.ProveIdentity;
import org.yinxin.hall.identification.IdentityView;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.web.Answers;

/** Identification of the parties of an application in the open API. */
@Tag(name = "Applications")
@RestController
@RequestMapping("/api/v1/applications/{number}/identity/{gate}")
class IdentityApi {

    private final ProveIdentity proveIdentity;

    IdentityApi(ProveIdentity proveIdentity) {
        this.proveIdentity = proveIdentity;
    }

    /** How somebody shall be identified. */
    record Beginning(
            @Schema(example = "MOBILE") @Nullable String method,
            @Schema(description = "the number of the card, for BANK_CARD alone; never kept")
                    @Nullable String card) {}

    /** What was read in the message; left out to ask what a telephone saw. */
    record Confirmation(@Nullable String code) {}

    /** How it stands. */
    record IdentityJson(
            String party,
            List<String> methods,
            @Schema(
                            allowableValues = {
                                "open",
                                "code-sent",
                                "face-waiting",
                                "blocked",
                                "passed",
                                "withdrawn"
                            })
                    String state,
            int attemptsLeft,
            @Schema(description = "the method under way") @Nullable String method,
            @Schema(description = "where a code was sent, masked") @Nullable String sentTo,
            @Nullable Instant codeExpires,
            @Schema(description = "from when another code can be sent")
                    @Nullable Instant anotherFrom,
            @Schema(description = "what a telephone opens to look at a face") @Nullable String link,
            @Nullable Instant linkExpires,
            @Nullable Instant blockedUntil,
            @Schema(description = "whether it was passed although no source knows the party")
                    boolean unknown) {}

    @Operation(summary = "How the identification at a gate stands")
    @GetMapping
    ResponseEntity<IdentityJson> read(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @PathVariable String gate) {
        return answer(
                ApplicationApi.number(number).flatMap(it -> proveIdentity.view(who, it, gate)));
    }

    @Operation(
            summary = "Begin to identify a party by one method",
            description =
                    "REGISTER answers at once. MOBILE and BANK_CARD ask the source and then send a code to the party's"
                            + " mobile, SMS sends the code alone; it is confirmed below. FACE answers a link for a"
                            + " telephone. The same again goes on with what was begun, or sends another code.")
    @PostMapping
    ResponseEntity<IdentityJson> start(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @PathVariable String gate,
            @RequestBody Beginning beginning) {
        return answer(
                ApplicationApi.number(number)
                        .flatMap(
                                it ->
                                        proveIdentity.start(
                                                who,
                                                it,
                                                gate,
                                                typed(beginning.method()),
                                                typed(beginning.card()))));
    }

    @Operation(summary = "Confirm with the code, or ask what the telephone saw")
    @PostMapping("/confirmation")
    ResponseEntity<IdentityJson> confirm(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @PathVariable String gate,
            @RequestBody Confirmation confirmation) {
        return answer(
                ApplicationApi.number(number)
                        .flatMap(
                                it ->
                                        proveIdentity.confirm(
                                                who, it, gate, typed(confirmation.code()))));
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static ResponseEntity<IdentityJson> answer(Outcome<IdentityTask> task) {
        return Answers.of(task.map(IdentityApi::json));
    }

    private static IdentityJson json(IdentityTask task) {
        IdentityView view = task.view();
        var code = view.code();
        var face = view.face();
        return new IdentityJson(
                task.party().name(),
                view.methods().stream().map(Enum::name).toList(),
                view.stage().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                view.attemptsLeft(),
                view.method() == null ? null : view.method().name(),
                code == null ? null : code.sentTo(),
                code == null ? null : code.expires(),
                code == null ? null : code.anotherFrom(),
                face == null ? null : face.link().toString(),
                face == null ? null : face.expires(),
                view.blockedUntil(),
                view.unknown());
    }
}
