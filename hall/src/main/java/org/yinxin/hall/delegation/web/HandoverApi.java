package org.yinxin.hall.delegation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.delegation.AskLegalRepresentative;
import org.yinxin.hall.delegation.HandInLetter;
import org.yinxin.hall.delegation.ReadHandovers;
import org.yinxin.hall.delegation.StartHandover;
import org.yinxin.hall.delegation.web.DelegationJson.HandoverJson;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.web.Answers;

/** 变更经办人 in the open API, from the side of the new agent. */
@Tag(name = "Agents")
@RestController
@RequestMapping("/api/v1/handovers")
class HandoverApi {

    private final StartHandover startHandover;
    private final AskLegalRepresentative legal;
    private final HandInLetter handInLetter;
    private final ReadHandovers readHandovers;

    HandoverApi(
            StartHandover startHandover,
            AskLegalRepresentative legal,
            HandInLetter handInLetter,
            ReadHandovers readHandovers) {
        this.startHandover = startHandover;
        this.legal = legal;
        this.handInLetter = handInLetter;
        this.readHandovers = readHandovers;
    }

    /** Who wants to act for whom. */
    record Wish(
            @Schema(description = "the unit's credit code") @Nullable String unit,
            @Schema(description = "your name") @Nullable String name,
            @Schema(description = "your resident identity number") @Nullable String identityNumber,
            @Schema(description = "the last day of the authorisation", example = "2027-12-31")
                    @Nullable String until) {}

    /** What the legal representative has read. */
    record Code(@Nullable String code) {}

    @Operation(
            summary = "Ask to act for a unit in the place of whoever does so far",
            description =
                    "Nothing changes until one of the answered ways has proved it: LEGAL_MOBILE, the recorded legal"
                            + " representative reads a code; LETTER, a stamped letter that an officer decides.")
    @PostMapping
    ResponseEntity<HandoverJson> start(
            @AuthenticationPrincipal Actor.Subscriber who, @RequestBody Wish wish) {
        return Answers.created(
                startHandover
                        .start(
                                who,
                                new StartHandover.Wish(
                                        Typed.text(wish.unit()),
                                        Typed.text(wish.name()),
                                        Typed.text(wish.identityNumber()),
                                        Typed.text(wish.until())))
                        .flatMap(number -> readHandovers.own(who, number))
                        .map(HandoverJson::of),
                json -> "/api/v1/handovers/" + json.number());
    }

    @Operation(summary = "How a hand-over stands")
    @GetMapping("/{number}")
    ResponseEntity<HandoverJson> read(
            @AuthenticationPrincipal Actor.Subscriber who, @PathVariable String number) {
        return answer(who, number, Typed.number(number));
    }

    @Operation(summary = "Send a code to the recorded legal representative")
    @PostMapping("/{number}/codes")
    ResponseEntity<HandoverJson> ask(
            @AuthenticationPrincipal Actor.Subscriber who, @PathVariable String number) {
        return answer(who, number, Typed.number(number).flatMap(it -> legal.ask(who, it)));
    }

    @Operation(summary = "Confirm with the code that the legal representative has passed on")
    @PostMapping("/{number}/confirmation")
    ResponseEntity<HandoverJson> confirm(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable String number,
            @RequestBody Code sent) {
        return answer(
                who,
                number,
                Typed.number(number)
                        .flatMap(it -> legal.confirm(who, it, Typed.text(sent.code()))));
    }

    @Operation(
            summary = "Hand in the stamped letter",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "image/*",
                                            schema = @Schema(type = "string", format = "binary"))))
    @PutMapping("/{number}/letter")
    ResponseEntity<HandoverJson> letter(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable String number,
            HttpServletRequest request)
            throws IOException {
        byte[] picture = request.getInputStream().readNBytes(HandInLetter.LARGEST + 1);
        return answer(
                who,
                number,
                Typed.number(number).flatMap(it -> handInLetter.handIn(who, it, picture)));
    }

    private ResponseEntity<HandoverJson> answer(
            Actor.Subscriber who, String number, Outcome<?> done) {
        return Answers.of(
                done.flatMap(_ -> Typed.number(number))
                        .flatMap(it -> readHandovers.own(who, it))
                        .map(HandoverJson::of));
    }
}
