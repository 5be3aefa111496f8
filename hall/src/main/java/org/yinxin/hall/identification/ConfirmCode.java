package org.yinxin.hall.identification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/** The part of {@link ConfirmIdentification} that is about codes. A wrong one is counted and committed. */
@Component
class ConfirmCode {

    private final Checks checks;
    private final Tries tries;
    private final Verdicts verdicts;
    private final ReadIdentification read;
    private final AuditTrail audit;
    private final Clock clock;

    ConfirmCode(
            Checks checks,
            Tries tries,
            Verdicts verdicts,
            ReadIdentification read,
            AuditTrail audit,
            Clock clock) {
        this.checks = checks;
        this.tries = tries;
        this.verdicts = verdicts;
        this.read = read;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome<IdentityView> confirm(Actor by, CheckKey key, String typed) {
        Optional<Check> found = checks.lock(key);
        if (found.isEmpty() || found.get().state() == Check.State.WITHDRAWN) {
            return Outcome.refused(IdentificationError.NO_SUCH_CHECK);
        }
        Check check = found.get();
        if (check.state() == Check.State.PASSED) {
            // Nothing typed: somebody only looks what came of it, and the source was faster.
            return typed.isBlank()
                    ? read.view(key)
                    : Outcome.refused(IdentificationError.ALREADY_PASSED);
        }
        if (check.blocked(clock.instant())) {
            return Outcome.refused(
                    Verdicts.refusal(
                            IdentificationError.ATTEMPTS_USED_UP,
                            Moments.words(Objects.requireNonNull(check.blockedUntil()))));
        }
        Optional<Try> live = tries.live(key).filter(it -> it.code() != null);
        return live.isEmpty()
                ? Outcome.refused(IdentificationError.NOT_STARTED)
                : compare(by, check, live.get(), digits(typed));
    }

    private Outcome<IdentityView> compare(Actor by, Check check, Try it, String code) {
        Try.Code sent = Objects.requireNonNull(it.code());
        if (!clock.instant().isBefore(sent.expires())) {
            return Outcome.refused(
                    IdentificationError.CODE_EXPIRED,
                    new Violation("code", "identification.code.another"));
        }
        if (!same(sent.digest(), tries.digest(it.id(), code))) {
            audit.record(
                    by,
                    "identification.code-wrong",
                    check.key().journalSubject(),
                    Map.of("gate", check.key().gate().text(), "try", it.id().toString()));
            Refusal refusal = verdicts.count(check, IdentificationError.CODE_WRONG);
            return Outcome.refused(
                    new Refusal(
                            refusal.code(),
                            List.of(new Violation("code", "identification.code.wrong")),
                            refusal.arguments()));
        }
        String result =
                it.method() == IdentityMethod.SMS ? "CODE" : Objects.requireNonNull(it.result());
        verdicts.pass(check, it, result, by);
        return read.view(check.key());
    }

    /** In a time that does not depend on how much is right. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** What was typed, without spaces, and with full-width digits made plain. */
    static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    }
}
