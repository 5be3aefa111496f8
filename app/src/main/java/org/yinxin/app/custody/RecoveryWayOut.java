package org.yinxin.app.custody;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinxin.app.commandline.CustodyCommand.Act;
import org.yinxin.custody.GuardedRelease;
import org.yinxin.custody.KeyRecovery;
import org.yinxin.custody.RecoveryReason;
import org.yinxin.pki.certificate.SignedCertificate;

/** A subscriber's key on a new token. */
record RecoveryWayOut(KeyRecovery guarded, NewToken newToken, Clock clock) implements WayOut {

    @Override
    public Act act() {
        return Act.RECOVERY;
    }

    @Override
    public String label() {
        return "key-recovery";
    }

    @Override
    public Optional<Objection> objection(GuardedRelease request) {
        return switch (newToken.judge(request)) {
            case NewToken.Judged.Fit _ -> Optional.empty();
            case NewToken.Judged.Unfit(Objection objection) -> Optional.of(objection);
        };
    }

    @Override
    public Optional<SignedCertificate> recipient(GuardedRelease request) {
        return newToken.pairOf(request).map(pair -> pair.signing().certificate());
    }

    @Override
    public List<String> portrait(GuardedRelease request) {
        List<String> lines = new ArrayList<>();
        newToken.pairOf(request)
                .ifPresent(
                        pair -> {
                            lines.add("new token of " + InWords.subscriber(pair));
                            lines.add(
                                    "new signing certificate "
                                            + InWords.certificate(
                                                    pair, pair.signing(), clock.instant()));
                        });
        if (request.ground() instanceof RecoveryReason(String text)) {
            lines.add("reason " + InWords.plain(text));
        }
        return lines;
    }
}
