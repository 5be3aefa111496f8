package org.yinxin.app.custody;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yinxin.authority.subscriber.CertifiedPair;
import org.yinxin.authority.subscriber.FindPairs;
import org.yinxin.custody.EscrowId;
import org.yinxin.custody.KeptKey;
import org.yinxin.custody.KeptKeys;
import org.yinxin.custody.KeyEvent;
import org.yinxin.custody.KeyHistory;
import org.yinxin.pki.certificate.SerialNumber;

/** Says which keys are in custody, whose they are and what became of them: the register and the custody, put side by side. */
final class KeyDesk {

    private final FindPairs findPairs;
    private final KeptKeys keptKeys;
    private final KeyHistory keyHistory;
    private final Clock clock;
    private final PrintStream out;

    KeyDesk(
            FindPairs findPairs,
            KeptKeys keptKeys,
            KeyHistory keyHistory,
            Clock clock,
            PrintStream out) {
        this.findPairs = findPairs;
        this.keptKeys = keptKeys;
        this.keyHistory = keyHistory;
        this.clock = clock;
        this.out = out;
    }

    boolean find(SerialNumber serial) {
        return tell(findPairs.bySerial(serial), "has a certificate with the serial " + serial);
    }

    boolean find(String code) {
        return tell(
                findPairs.byCode(code), "is of a subscriber with the code " + InWords.plain(code));
    }

    private boolean tell(List<CertifiedPair> pairs, String what) {
        Map<EscrowId, KeptKey> kept =
                keptKeys.find(pairs.stream().map(KeyDesk::keyOf).collect(Collectors.toSet()));
        List<CertifiedPair> inCustody =
                pairs.stream().filter(pair -> kept.containsKey(keyOf(pair))).toList();
        if (inCustody.isEmpty()) {
            out.println("refused: no key in custody " + what + "; look at what was typed");
            return false;
        }
        inCustody.forEach(
                pair -> out.println(line(pair, Objects.requireNonNull(kept.get(keyOf(pair))))));
        return true;
    }

    boolean history(EscrowId key) {
        List<KeyEvent> events = keyHistory.of(key);
        if (!keptKeys.find(List.of(key)).containsKey(key)) {
            out.println(
                    "refused: there is no key %s in custody; ./yinxin custody find tells the ids of keys"
                            .formatted(key));
            return false;
        }
        events.forEach(event -> out.println(line(event)));
        return true;
    }

    private static EscrowId keyOf(CertifiedPair pair) {
        return new EscrowId(pair.order().value());
    }

    private String line(CertifiedPair pair, KeptKey key) {
        Instant released = key.firstReleasedAt();
        return "%s  %s  %s  %s"
                .formatted(
                        key.id(),
                        InWords.subscriber(pair),
                        InWords.certificate(pair, pair.encryption(), clock.instant()),
                        released == null ? "never released" : "released " + InWords.time(released));
    }

    private static String line(KeyEvent event) {
        String details =
                event.details().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getKey() + "=" + InWords.plain(each.getValue()))
                        .collect(Collectors.joining("  "));
        return "%s  %s  by %s  %s"
                .formatted(InWords.time(event.at()), event.action(), event.actor(), details)
                .stripTrailing();
    }
}
