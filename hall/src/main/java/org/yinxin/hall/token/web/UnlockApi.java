package org.yinxin.hall.token.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.account.SentCode;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.token.AnswerToken;
import org.yinxin.hall.token.ConfirmUnlocking;
import org.yinxin.hall.token.GrantUnlocking;
import org.yinxin.hall.token.ListUnlockings;
import org.yinxin.hall.token.ReadUnlockKeys;
import org.yinxin.hall.token.RefuseUnlocking;
import org.yinxin.hall.token.TokenQuestion;
import org.yinxin.hall.token.WaitingUnlocking;
import org.yinxin.hall.web.Answers;

/** Unlocking of key media. Octets are Base64; PINs are typed at the key agent and never come here. */
@RestController
@RequestMapping("/api/v1")
class UnlockApi {

    private final ReadUnlockKeys keys;
    private final GrantUnlocking grant;
    private final AnswerToken answer;
    private final ConfirmUnlocking confirm;
    private final ListUnlockings list;
    private final RefuseUnlocking refuse;

    UnlockApi(
            ReadUnlockKeys keys,
            GrantUnlocking grant,
            AnswerToken answer,
            ConfirmUnlocking confirm,
            ListUnlockings list,
            RefuseUnlocking refuse) {
        this.keys = keys;
        this.grant = grant;
        this.answer = answer;
        this.confirm = confirm;
        this.list = list;
        this.refuse = refuse;
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

    /** Sends another link to the agent's mail address; answers until when it is good. */
    @PostMapping("/applications/{number}/unlock/links")
    ResponseEntity<SentLink> sendLink(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable CaseNumber number,
            Locale locale) {
        return Answers.accepted(grant.sendLink(who, number, locale).map(SentLink::new));
    }

    /** Grants it to whoever followed the link. */
    @PostMapping("/applications/{number}/unlock/link")
    ResponseEntity<Granted> byLink(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable CaseNumber number,
            @RequestBody Followed followed) {
        String link = Objects.requireNonNullElse(followed.link(), "");
        return Answers.of(grant.byLink(who, number, link).map(Granted::new));
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

    @Operation(
            summary = "List what waits for an officer's grant, longest waiting first",
            description = "Fifty at a time; `next` is the `after` of the next page.")
    @GetMapping("/staff/unlockings")
    ResponseEntity<Waiting> waiting(
            @AuthenticationPrincipal Actor.Operator who,
            @RequestParam(required = false) @Nullable String after) {
        Place place = after == null ? null : Place.parse(after).orElse(null);
        return Answers.of(list.waiting(who, place).map(Waiting::of));
    }

    @Operation(
            summary = "Refuse an unlocking",
            description = "The words go to whoever applied, and the case ends.")
    @PostMapping("/staff/unlockings/{number}/refusal")
    ResponseEntity<Void> refuse(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable CaseNumber number,
            @RequestBody Refused refused) {
        return Answers.done(
                refuse.refuse(who, number, Objects.requireNonNullElse(refused.words(), "")));
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

    /** Why it is refused, for whoever applied. */
    record Refused(@Nullable String words) {}

    /** One page of what waits. */
    record Waiting(List<WaitingUnlocking> waiting, @Nullable String next) {
        static Waiting of(ListUnlockings.Page page) {
            Place next = page.next();
            return new Waiting(page.waiting(), next == null ? null : next.text());
        }
    }

    /** Until when a question is answered. */
    record Granted(Instant until) {}

    /** What was in the link. */
    record Followed(@Nullable String link) {}

    /** Until when the link is good. */
    record SentLink(Instant until) {}

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
