package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationError;
import org.yinxin.hall.application.AskKeyProof;
import org.yinxin.hall.application.KeyAnswer;
import org.yinxin.hall.application.ProveKey;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;

/** Proving that the key of a certificate is at hand, in the open API. */
@Tag(name = "Applications")
@RestController
@RequestMapping("/api/v1/applications/{number}/key-proof/{gate}")
class KeyProofApi {

    private final AskKeyProof askKeyProof;
    private final ProveKey proveKey;
    private final ApplicationJsonWriter writer;

    KeyProofApi(AskKeyProof askKeyProof, ProveKey proveKey, ApplicationJsonWriter writer) {
        this.askKeyProof = askKeyProof;
        this.proveKey = proveKey;
        this.writer = writer;
    }

    @Schema(name = "KeyChallenge")
    record Challenge(
            @Schema(description = "what to sign, Base64") String challenge,
            @Schema(description = "the serial of the certificate that was chosen")
                    String certificate,
            Instant expiresAt) {}

    @Schema(name = "KeyProof")
    record Proof(
            @Schema(description = "SM3withSM2 over the challenge, Base64 of its DER")
                    @Nullable String signature,
            @Schema(description = "the serial of the signing certificate beside the key")
                    @Nullable String certificate,
            @Schema(
                            description =
                                    "whether the case shall be about the inserted key's certificate, where that is another than was chosen")
                    @Nullable Boolean accept,
            @Nullable Boolean openBids,
            @Nullable Boolean acceptOpenBids) {

        KeyAnswer answer() {
            return new KeyAnswer(
                    certificate == null ? "" : certificate,
                    octets(),
                    Boolean.TRUE.equals(accept),
                    openBids,
                    Boolean.TRUE.equals(acceptOpenBids));
        }

        /** What is absent or no Base64 proves nothing, and that is how it is answered. */
        private byte[] octets() {
            try {
                return signature == null ? new byte[0] : Base64.getDecoder().decode(signature);
            } catch (IllegalArgumentException e) {
                return new byte[0];
            }
        }
    }

    @Operation(
            summary = "Have a key challenged",
            description = "A challenge lives for five minutes and is answered once.")
    @PostMapping
    ResponseEntity<Challenge> challenge(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String gate) {
        return Answers.of(
                gate(gate)
                        .flatMap(it -> askKeyProof.ask(who, number, it))
                        .map(
                                view ->
                                        new Challenge(
                                                Base64.getEncoder().encodeToString(view.toSign()),
                                                view.certificate(),
                                                view.expiresAt())));
    }

    @Operation(
            summary = "Prove the key",
            description =
                    "A key with another certificate than was chosen is refused with code 1357 until `accept` is true; the case is then about that certificate.")
    @PostMapping("/confirmation")
    ResponseEntity<ApplicationJson> prove(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable CaseNumber number,
            @PathVariable String gate,
            @RequestBody Proof proof,
            Locale reader) {
        return Answers.of(
                gate(gate)
                        .flatMap(it -> proveKey.prove(who, number, it, proof.answer()))
                        .map(view -> writer.json(view, reader)));
    }

    private static Outcome<GateCode> gate(String typed) {
        return GateCode.parse(typed)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ApplicationError.NO_KEY_WANTED));
    }
}
