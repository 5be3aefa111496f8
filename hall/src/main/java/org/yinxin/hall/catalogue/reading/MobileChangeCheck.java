package org.yinxin.hall.catalogue.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yinxin.hall.catalogue.BusinessKind;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateMode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.GateSettings.Party;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.catalogue.Obligation;

/**
 * Checks that nobody's sign-in is given to a number that was not proved, nor taken from one without its holder or a review.
 */
final class MobileChangeCheck {

    private static final Set<Party> NUMBERS = Set.of(Party.OLD_MOBILE, Party.NEW_MOBILE);

    private final Ground ground;

    private MobileChangeCheck(Ground ground) {
        this.ground = ground;
    }

    static void check(Ground ground) {
        MobileChangeCheck check = new MobileChangeCheck(ground);
        for (GatePlan gate : ground.business().gates()) {
            switch (gate.settings()) {
                case GateSettings.MobileChange change -> check.change(gate, change);
                case GateSettings.Identification who when NUMBERS.contains(who.party()) ->
                        check.number(gate, who);
                default -> {
                    // nothing about numbers
                }
            }
        }
    }

    private void number(GatePlan gate, GateSettings.Identification who) {
        if (ground.business().gates(GateSettings.MobileChange.class).isEmpty()) {
            ground.fault(
                    gate,
                    "party",
                    "%s proves the %s of nobody: only a business with a gate of kind mobile-change has one."
                            .formatted(gate.code(), who.party()));
        }
        if (!who.methods().equals(List.of(IdentityMethod.SMS)) || who.soft()) {
            ground.fault(
                    gate,
                    "methods",
                    "A number is proved by a message to it and by nothing else: write \"methods: [SMS]\", and no \"soft\".");
        }
    }

    private void change(GatePlan gate, GateSettings.MobileChange change) {
        if (ground.business().kind() != BusinessKind.CHANGE_MOBILE) {
            ground.fault(
                    gate,
                    "kind",
                    "%s changes a sign-in, which is what a business of kind CHANGE_MOBILE does, not one of kind %s."
                            .formatted(gate.code(), ground.business().kind()));
        }
        asked(gate, "from", change.from());
        asked(gate, "to", change.to());
        if (gates(gate, Party.NEW_MOBILE).noneMatch(MobileChangeCheck::required)) {
            ground.fault(
                    gate,
                    "after",
                    "%s would give the account to a number that nobody has proved: let it come after a gate of kind identity with party NEW_MOBILE that nobody can skip."
                            .formatted(gate.code()));
        }
        List<GatePlan> consents = new ArrayList<>();
        gates(gate, Party.OLD_MOBILE).forEach(consents::add);
        Set<GateCode> before = ground.before(gate);
        ground.business().gates(GateSettings.Review.class).stream()
                .filter(review -> before.contains(review.code()))
                .forEach(consents::add);
        if (consents.stream().noneMatch(MobileChangeCheck::required) && !covered(consents)) {
            ground.fault(
                    gate,
                    "after",
                    "%s would take the account from whoever has it: let it come after an identity gate with party OLD_MOBILE or a review, so that one of them cannot be skipped."
                            .formatted(gate.code()));
        }
    }

    private void asked(GatePlan gate, String key, String name) {
        boolean good =
                ground.business()
                        .field(name)
                        .filter(field -> field.type() == FieldType.MOBILE)
                        .filter(field -> field.obligation() instanceof Obligation.Always)
                        .filter(field -> ground.askedBefore(gate, field))
                        .isPresent();
        if (!good) {
            ground.fault(
                    gate,
                    key,
                    "\"%s\" is no number that everybody gives before %s: name a field of type MOBILE that is always required."
                            .formatted(name, gate.code()));
        }
    }

    private Stream<GatePlan> gates(GatePlan gate, Party party) {
        Set<GateCode> before = ground.before(gate);
        return ground.business().gates(GateSettings.Identification.class).stream()
                .filter(it -> before.contains(it.code()))
                .filter(it -> ((GateSettings.Identification) it.settings()).party() == party);
    }

    private static boolean required(GatePlan gate) {
        return gate.mode() instanceof GateMode.Required;
    }

    /** Whether whatever is answered lets no more than all but one of them be skipped: two ask the same field for other answers. */
    private static boolean covered(List<GatePlan> gates) {
        return gates.stream()
                .anyMatch(one -> gates.stream().anyMatch(other -> apart(one.mode(), other.mode())));
    }

    private static boolean apart(GateMode one, GateMode other) {
        return one instanceof GateMode.SkipWhen(var a)
                && other instanceof GateMode.SkipWhen(var b)
                && a.field().equals(b.field())
                && Collections.disjoint(new HashSet<>(a.anyOf()), b.anyOf());
    }
}
