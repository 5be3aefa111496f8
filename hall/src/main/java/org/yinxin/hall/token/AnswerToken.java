package org.yinxin.hall.token;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.subscriber.LostCases;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.Sm3;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.key.UndecipherableException;

/**
 * Answers the question of a token under a grant. The token's half that only the hall can read names the token and the
 * certificates in it; a token that does not hold the certificate of the case is not answered. One grant answers one
 * question, as often as it is asked.
 *
 * <p>Refusals: {@link TokenError#NO_SUCH_UNLOCKING}, {@link TokenError#NOT_GRANTED}, {@link
 * TokenError#QUESTION_UNREADABLE}, {@link TokenError#ANOTHER_MEDIUM}, {@link TokenError#ANSWERED_ALREADY}.
 */
@Component
public class AnswerToken {

    private static final int SHARE = 32;
    private static final int DIGEST = 32;
    private static final int NONCE = 32;

    private final Unlockings unlockings;
    private final LostCases lostCases;
    private final UnlockKeys keys;
    private final CertificateLedger ledger;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final Clock clock;

    AnswerToken(
            Unlockings unlockings,
            LostCases lostCases,
            UnlockKeys keys,
            CertificateLedger ledger,
            AuditTrail audit,
            SecureRandom random,
            Clock clock) {
        this.unlockings = unlockings;
        this.lostCases = lostCases;
        this.keys = keys;
        this.ledger = ledger;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    @Transactional
    public Outcome<TokenGrant> answer(
            Actor.Subscriber actor, CaseNumber number, TokenQuestion question) {
        Optional<Unlocking> found =
                unlockings
                        .lock(number)
                        .filter(
                                one ->
                                        one.holder().equals(actor.account())
                                                && !lostCases.lost(actor.account(), number)
                                                && one.doneAt() == null);
        if (found.isEmpty()) {
            return Outcome.refused(TokenError.NO_SUCH_UNLOCKING);
        }
        Unlocking unlocking = found.get();
        if (!unlocking.granted(clock.instant())) {
            return Outcome.refused(TokenError.NOT_GRANTED);
        }
        PublicKey reply = replyKey(question);
        byte[] told = told(question);
        if (reply == null || told.length <= SHARE || question.nonce().length != NONCE) {
            return Outcome.refused(TokenError.QUESTION_UNREADABLE);
        }
        byte[] certificate = Sm3.digest(ledger.pair(unlocking.pair()).getFirst().der());
        if (!names(told, question.token(), certificate)) {
            return Outcome.refused(TokenError.ANOTHER_MEDIUM);
        }
        byte[] before = unlocking.nonce();
        if (before != null && !Arrays.equals(before, question.nonce())) {
            return Outcome.refused(TokenError.ANSWERED_ALREADY);
        }
        if (before == null) {
            unlockings.answered(number, question.nonce());
            audit.record(actor, "token.unlocking-answered", "application:" + number);
        }
        byte[] statement = statement(question, reply, Arrays.copyOf(told, SHARE));
        return Outcome.done(
                new TokenGrant(
                        statement,
                        new SoftwareSigningKey(keys.signing(), random).sign(statement),
                        toSign(number, question.nonce())));
    }

    private byte[] statement(TokenQuestion question, PublicKey reply, byte[] share) {
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join(
                        "\n",
                        "Yinxin unlock grant 1",
                        question.token(),
                        base64.encodeToString(question.nonce()),
                        base64.encodeToString(Sm2Encryption.encrypt(reply, share, random)))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The text says what it is for, so that the signature is good for nothing else. */
    static byte[] toSign(CaseNumber number, byte[] nonce) {
        return ("Yinxin proof of unlocking "
                        + number
                        + "\n"
                        + Base64.getEncoder().encodeToString(nonce))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] told(TokenQuestion question) {
        try {
            return Sm2Encryption.decrypt(keys.encryption().getPrivate(), question.share());
        } catch (UndecipherableException e) {
            return new byte[0];
        }
    }

    private static @Nullable PublicKey replyKey(TokenQuestion question) {
        try {
            return PublicKeys.fromSm2Point(question.replyKey());
        } catch (MalformedKeyException e) {
            return null;
        }
    }

    /** Behind the share lie the length and the text of the token's id, and SM3 of each signing certificate in it. */
    private static boolean names(byte[] told, String token, byte[] certificate) {
        int start = SHARE + 1;
        int end = start + Byte.toUnsignedInt(told[SHARE]);
        if (end > told.length
                || (told.length - end) % DIGEST != 0
                || !new String(told, start, end - start, StandardCharsets.UTF_8).equals(token)) {
            return false;
        }
        for (int at = end; at < told.length; at += DIGEST) {
            if (Arrays.equals(Arrays.copyOfRange(told, at, at + DIGEST), certificate)) {
                return true;
            }
        }
        return false;
    }
}
