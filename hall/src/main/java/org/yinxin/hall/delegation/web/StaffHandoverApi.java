package org.yinxin.hall.delegation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
import org.yinxin.hall.archive.PaperAnswer;
import org.yinxin.hall.delegation.DecideLetter;
import org.yinxin.hall.delegation.EndDelegation;
import org.yinxin.hall.delegation.ReadHandovers;
import org.yinxin.hall.delegation.ReadUnits;
import org.yinxin.hall.delegation.web.DelegationJson.AgentJson;
import org.yinxin.hall.delegation.web.DelegationJson.LetterJson;
import org.yinxin.hall.web.Answers;

/** Letters of hand-over, and who acts for a unit, for the programs of approving officers. */
@Tag(name = "Agents")
@RestController
@RequestMapping("/api/v1/staff/handovers")
class StaffHandoverApi {

    private final ReadHandovers readHandovers;
    private final DecideLetter decideLetter;
    private final ReadUnits readUnits;
    private final EndDelegation endDelegation;

    StaffHandoverApi(
            ReadHandovers readHandovers,
            DecideLetter decideLetter,
            ReadUnits readUnits,
            EndDelegation endDelegation) {
        this.readHandovers = readHandovers;
        this.decideLetter = decideLetter;
        this.readUnits = readUnits;
        this.endDelegation = endDelegation;
    }

    /** What is decided; a refusal says why. */
    record Decision(@Nullable Boolean approve, @Nullable String words) {}

    /** On what it rests that nobody shall act for the unit any more. */
    record Withdrawal(@Nullable String words) {}

    @Operation(summary = "The letters that wait for a decision, the longest waiting first")
    @GetMapping
    ResponseEntity<List<LetterJson>> waiting(@AuthenticationPrincipal Actor who) {
        return Answers.of(
                readHandovers
                        .waiting(who)
                        .map(found -> found.stream().map(LetterJson::listed).toList()));
    }

    @Operation(summary = "One hand-over; reading it is recorded")
    @GetMapping("/{number}")
    ResponseEntity<LetterJson> read(
            @AuthenticationPrincipal Actor who, @PathVariable String number) {
        return Answers.of(
                Typed.number(number)
                        .flatMap(it -> readHandovers.read(who, it))
                        .map(LetterJson::of));
    }

    @Operation(summary = "Its letter")
    @GetMapping("/{number}/letter")
    ResponseEntity<byte[]> letter(@AuthenticationPrincipal Actor who, @PathVariable String number) {
        return PaperAnswer.of(
                Answers.valueOf(Typed.number(number).flatMap(it -> readHandovers.letter(who, it))));
    }

    @Operation(summary = "Approve or refuse it")
    @PostMapping("/{number}/decision")
    ResponseEntity<Void> decide(
            @AuthenticationPrincipal Actor who,
            @PathVariable String number,
            @RequestBody Decision sent) {
        return Answers.done(
                Typed.number(number)
                        .flatMap(
                                it ->
                                        decideLetter.decide(
                                                who,
                                                it,
                                                Boolean.TRUE.equals(sent.approve()),
                                                Typed.text(sent.words()))));
    }

    @Operation(summary = "Who has acted for a unit, the newest first")
    @GetMapping("/units/{unit}")
    ResponseEntity<List<AgentJson>> unit(
            @AuthenticationPrincipal Actor who, @PathVariable String unit) {
        return Answers.of(
                readUnits
                        .ofUnit(who, unit)
                        .map(given -> given.stream().map(AgentJson::of).toList()));
    }

    @Operation(summary = "Enter that a unit takes back all its authorisations; at once")
    @PostMapping("/units/{unit}/withdrawal")
    ResponseEntity<Void> withdraw(
            @AuthenticationPrincipal Actor who,
            @PathVariable String unit,
            @RequestBody Withdrawal sent) {
        return Answers.done(endDelegation.withdraw(who, unit, Typed.text(sent.words())));
    }
}
