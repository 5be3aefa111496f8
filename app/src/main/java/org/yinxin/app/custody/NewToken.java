package org.yinxin.app.custody;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.subscriber.CertifiedPair;
import org.yinxin.authority.subscriber.FindPairs;
import org.yinxin.custody.EscrowId;
import org.yinxin.custody.GuardedRelease;
import org.yinxin.pki.certificate.SerialNumber;

/** What the custody leaves to its caller: that a new token is the subscriber's, and its signing certificate in force. */
final class NewToken {

    /** What was found. */
    sealed interface Judged {
        record Fit(CertifiedPair pair) implements Judged {}

        record Unfit(Objection objection) implements Judged {}
    }

    private final FindPairs findPairs;
    private final Clock clock;

    NewToken(FindPairs findPairs, Clock clock) {
        this.findPairs = findPairs;
        this.clock = clock;
    }

    /** Judges the signing certificate of that serial. */
    Judged judge(EscrowId key, SerialNumber serial) {
        List<CertifiedPair> found = findPairs.bySerial(serial);
        if (found.isEmpty()) {
            return unknown(serial.hex());
        }
        List<Judged> judged =
                found.stream()
                        .filter(pair -> pair.signing().certificate().tbs().serial().equals(serial))
                        .map(pair -> judge(key, pair))
                        .toList();
        if (judged.isEmpty()) {
            return unfit(
                    "NOT_A_SIGNING_CERTIFICATE",
                    "%s is an encryption certificate: give the serial of the signing certificate of the same pair"
                            .formatted(serial));
        }
        return judged.stream()
                .filter(Judged.Fit.class::isInstance)
                .findFirst()
                .orElseGet(judged::getFirst);
    }

    /** Judges the certificate of the key that a request is for, as it stands now. */
    Judged judge(GuardedRelease request) {
        return pairOf(request)
                .map(pair -> judge(request.escrow(), pair))
                .orElseGet(() -> unknown("of the new token"));
    }

    Optional<CertifiedPair> pairOf(GuardedRelease request) {
        return findPairs.bySigningKey(request.recipient());
    }

    private Judged judge(EscrowId key, CertifiedPair pair) {
        Optional<CertifiedPair> old = findPairs.byOrder(new PairOrderId(key.value()));
        if (old.isEmpty()) {
            return unfit(
                    "NO_CERTIFICATE_OF_THE_KEY",
                    "no pair is in the register for this key, so nobody can tell whose it is; ./yinxin custody find tells the ids of keys");
        }
        SerialNumber serial = pair.signing().certificate().tbs().serial();
        if (!old.get().subscriber().isSameAs(pair.subscriber())) {
            return unfit(
                    "OTHER_SUBSCRIBER",
                    "the certificate %s and that of the key do not name the same subscriber beyond doubt (organisation code, document, name): issue the subscriber of the key a pair on a new token, and give the serial of its signing certificate"
                            .formatted(serial));
        }
        return inForce(pair, serial, clock.instant())
                .<Judged>map(Judged.Unfit::new)
                .orElseGet(() -> new Judged.Fit(pair));
    }

    private static Optional<Objection> inForce(
            CertifiedPair pair, SerialNumber serial, Instant now) {
        String instead =
                ": issue the subscriber a pair on a new token, and ask with the serial of its signing certificate";
        return switch (pair.signing().status()) {
            case CertificateStatus.Revoked(Instant at, _) ->
                    objection(
                            "CERTIFICATE_REVOKED",
                            "the certificate %s was revoked at %s%s"
                                    .formatted(serial, InWords.time(at), instead));
            case CertificateStatus.Held(Instant since) ->
                    objection(
                            "CERTIFICATE_SUSPENDED",
                            "the certificate %s is suspended since %s: have it resumed first, if its token is in good hands"
                                    .formatted(serial, InWords.time(since)));
            case CertificateStatus.Unknown() ->
                    objection(
                            "CERTIFICATE_WITHOUT_STATUS",
                            "the certificate %s has no status; ./yinxin ca check says more"
                                    .formatted(serial));
            case CertificateStatus.Good() ->
                    pair.signing().isWithinValidity(now)
                            ? Optional.empty()
                            : objection(
                                    "CERTIFICATE_NOT_VALID",
                                    "the certificate %s is valid from %s only%s"
                                            .formatted(
                                                    serial,
                                                    InWords.validity(
                                                            pair.signing().certificate().tbs()),
                                                    instead));
        };
    }

    private static Optional<Objection> objection(String reason, String sentence) {
        return Optional.of(new Objection(reason, sentence));
    }

    private static Judged unknown(String which) {
        return unfit(
                "UNKNOWN_CERTIFICATE",
                "no pair in the register has a certificate %s; ./yinxin custody find --identity tells the subscriber's pairs"
                        .formatted(which));
    }

    private static Judged unfit(String reason, String sentence) {
        return new Judged.Unfit(new Objection(reason, sentence));
    }
}
