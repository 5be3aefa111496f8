package org.yinxin.hall.token.web;

import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.account.SentCode;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.token.AnswerToken;
import org.yinxin.hall.token.ConfirmUnlocking;
import org.yinxin.hall.token.GrantUnlocking;
import org.yinxin.hall.token.ReadUnlockKeys;
import org.yinxin.hall.token.TokenQuestion;
import org.yinxin.hall.web.Answers;

/** Unlocking of key media. Octets are Base64; PINs are typed at the key agent and never come here. */
@RestController
@RequestMapping("/api/v1")
class UnlockApi {

    private final ReadUnlockKeys keys;
    private final GrantUnlocking grant;
    private final AnswerToken answer;
    private final ConfirmUnlocking confirm;

    UnlockApi(
            ReadUnlockKeys keys,
            GrantUnlocking grant,
            AnswerToken answer,
            ConfirmUnlocking confirm) {
        this.keys = keys;
        this.grant = grant;
        this.answer = answer;
        this.confirm = confirm;
    }

    /** What a token pins, so that this hall may let its PIN be reset. */
    @GetMapping({"/applications/unlock-keys", "/staff/productions/unlock-keys"})
    Keys keys() {
        ReadUnlockKeys.Points points = keys.read();
        return new Keys(base64(points.signing()), base64(points.encryption()));
    }

    @PostMapping("/applications/{number}/unlock/codes")
    ResponseEntity<SentCode> sendCode(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable CaseNumber number,
            Locale locale) {
        return Answers.accepted(grant.sendCode(who, number, locale));
    }

    /** Grants it to whoever knows the code. */
    @PostMapping("/applications/{number}/unlock/grant")
    ResponseEntity<Granted> byCode(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable CaseNumber number,
            @RequestBody Confirmed confirmed) {
        String code = Objects.requireNonNullElse(confirmed.code(), "");
        return Answers.of(grant.byCode(who, number, code).map(Granted::new));
    }

    /** An officer grants it, at the desk or with the visitor at the counter. */
    @PostMapping("/staff/unlockings/{number}/grant")
    ResponseEntity<Granted> byOfficer(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable CaseNumber number,
            @RequestBody AtCounter where) {
        boolean counter = Boolean.TRUE.equals(where.counter());
        return Answers.of(grant.byOfficer(who, number, counter).map(Granted::new));
    }

    @PostMapping("/applications/{number}/unlock/answer")
    ResponseEntity<Answer> answer(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable CaseNumber number,
            @RequestBody Question question) {
        return Answers.of(
                answer.answer(who, number, question.read())
                        .map(
                                given ->
                                        new Answer(
                                                base64(given.statement()),
                                                base64(given.signature()),
                                                base64(given.toSign()))));
    }

    @PostMapping("/applications/{number}/unlock/confirmation")
    ResponseEntity<Void> confirm(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable CaseNumber number,
            @RequestBody Proof proof) {
        return Answers.done(confirm.confirm(who, number, octets(proof.signature())));
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    private static byte[] octets(@Nullable String base64) {
        try {
            return Base64.getDecoder().decode(Objects.requireNonNullElse(base64, ""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The hall's two points. */
    record Keys(String signingKey, String encryptionKey) {}

    /** What is sent to confirm. */
    record Confirmed(@Nullable String code) {}

    /** Whether the visitor is at the counter. */
    record AtCounter(@Nullable Boolean counter) {}

    /** Until when a question is answered. */
    record Granted(Instant until) {}

    /** The question of a token, as its key agent gives it. */
    record Question(
            @Nullable String token,
            @Nullable String nonce,
            @Nullable String replyKey,
            @Nullable String share) {
        TokenQuestion read() {
            return new TokenQuestion(
                    Objects.requireNonNullElse(token, ""),
                    octets(nonce),
                    octets(replyKey),
                    octets(share));
        }
    }

    /** The answer for the key agent, and what to sign afterwards. */
    record Answer(String statement, String signature, String toSign) {}

    /** The signature of the unlocked key. */
    record Proof(@Nullable String signature) {}
}
