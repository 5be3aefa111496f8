package org.yinxin.hall.revocation.web;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.revocation.DecideEnding;
import org.yinxin.hall.revocation.EndingRequest;
import org.yinxin.hall.revocation.RequestEnding;
import org.yinxin.hall.web.Answers;

/** Staff revokes and holds: one officer enters it, another one decides. */
@RestController
@RequestMapping("/api/v1/staff/certificates/{serial:[0-9a-f]+}/ending-requests")
class StaffEndingApi {

    private final RequestEnding request;
    private final DecideEnding decide;

    StaffEndingApi(RequestEnding request, DecideEnding decide) {
        this.request = request;
        this.decide = decide;
    }

    @PostMapping
    ResponseEntity<Entered> request(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String serial,
            @RequestBody Wanted wanted) {
        return Answers.accepted(
                request.request(
                                who,
                                serial,
                                Objects.requireNonNullElse(wanted.deed(), Deed.RESUME),
                                Objects.requireNonNullElse(
                                        wanted.reason(), RevocationReason.UNSPECIFIED),
                                Objects.requireNonNullElse(wanted.note(), ""))
                        .map(Entered::of));
    }

    @PostMapping("/{id}/decision")
    ResponseEntity<Entered> decide(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String serial,
            @PathVariable UUID id,
            @RequestBody Decision decision) {
        return Answers.accepted(
                decide.decide(who, serial, id, Boolean.TRUE.equals(decision.approve()))
                        .map(Entered::of));
    }

    /** What is entered. */
    record Wanted(@Nullable Deed deed, @Nullable RevocationReason reason, @Nullable String note) {}

    /** What is decided. */
    record Decision(@Nullable Boolean approve) {}

    /** What was entered. */
    record Entered(UUID id, Deed deed, RevocationReason reason, String note, Instant enteredAt) {
        static Entered of(EndingRequest request) {
            return new Entered(
                    request.id(),
                    request.deed(),
                    request.reason(),
                    request.note(),
                    request.enteredAt());
        }
    }
}
