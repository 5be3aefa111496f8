package org.yinxin.hall.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yinxin.hall.catalogue.GateSettings.Way;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/**
 * How something was handed over, as an officer typed it.
 *
 * @param way one of the ways of the plan
 * @param carrier the courier's name; empty when collected
 * @param trackingNumber the number of the parcel; empty when collected
 * @param identitySeen whether the identity document of whoever collected it was seen
 */
public record TypedHandover(
        String way, String carrier, String trackingNumber, boolean identitySeen) {

    /** A name as it stands on a waybill. */
    private static final Pattern CARRIER =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ()（）·.&-]{1,39}");

    Outcome<Handover> check(Set<Way> offered) {
        Optional<Way> chosen =
                Arrays.stream(Way.values())
                        .filter(one -> one.name().equals(way) && offered.contains(one))
                        .findFirst();
        if (chosen.isEmpty()) {
            return Outcome.refused(
                    DeliveryError.WAY_NOT_OFFERED, new Violation("way", "delivery.violation.way"));
        }
        return chosen.get() == Way.PICKUP
                ? collected()
                : sent(chosen.get()).map(Handover.class::cast);
    }

    private Outcome<Handover> collected() {
        List<Violation> violations = new ArrayList<>();
        if (!carrier.isBlank()) {
            violations.add(new Violation("carrier", "delivery.violation.nothing-sent"));
        }
        if (!trackingNumber.isBlank()) {
            violations.add(new Violation("trackingNumber", "delivery.violation.nothing-sent"));
        }
        if (!identitySeen) {
            violations.add(new Violation("identitySeen", "delivery.violation.identity"));
        }
        return violations.isEmpty()
                ? Outcome.done(new Handover.Collected())
                : Outcome.refused(new Refusal(DeliveryError.INCOMPLETE, violations));
    }

    /** By courier, whoever pays for it. */
    Outcome<Handover.Sent> sent(Way by) {
        String name = carrier.strip();
        Optional<TrackingNumber> number = TrackingNumber.parse(trackingNumber);
        List<Violation> violations = new ArrayList<>();
        if (!CARRIER.matcher(name).matches()) {
            violations.add(new Violation("carrier", "delivery.violation.carrier"));
        }
        if (number.isEmpty()) {
            violations.add(new Violation("trackingNumber", "delivery.violation.tracking-number"));
        }
        return violations.isEmpty()
                ? Outcome.done(new Handover.Sent(by, name, number.orElseThrow()))
                : Outcome.refused(new Refusal(DeliveryError.INCOMPLETE, violations));
    }
}
