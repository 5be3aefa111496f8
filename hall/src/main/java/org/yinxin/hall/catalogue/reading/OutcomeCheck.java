package org.yinxin.hall.catalogue.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yinxin.hall.catalogue.BusinessKind;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateMode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Words;

/** Checks that a business comes to what its kind promises, and to nothing before all is done that it takes. */
final class OutcomeCheck {

    /** What a certificate waits for wherever a business has it. */
    private static final List<Class<? extends GateSettings>> CONDITIONS =
            List.of(
                    GateSettings.Form.class,
                    GateSettings.Consent.class,
                    GateSettings.Papers.class,
                    GateSettings.Submission.class,
                    GateSettings.Review.class,
                    GateSettings.Payment.class,
                    GateSettings.Identification.class,
                    GateSettings.BankCheck.class);

    /** What no certificate is made without. */
    private static final List<Class<? extends GateSettings>> NEEDED =
            List.of(
                    GateSettings.Consent.class,
                    GateSettings.Review.class,
                    GateSettings.Payment.class);

    /** What shows that whoever asks may ask. */
    private static final List<Class<? extends GateSettings>> PROOFS =
            List.of(
                    GateSettings.Review.class,
                    GateSettings.Identification.class,
                    GateSettings.BankCheck.class,
                    GateSettings.KeyProof.class);

    /** What can only be done with certificates that were made. */
    private static final List<Class<? extends GateSettings>> SEQUELS =
            List.of(GateSettings.Delivery.class, GateSettings.Activation.class);

    private static final Pattern GIVEN_BACK = Pattern.compile("退款|退费|退还|退回|原路退");

    private final Ground ground;
    private final BusinessKind kind;

    private OutcomeCheck(Ground ground) {
        this.ground = ground;
        this.kind = ground.business().kind();
    }

    static void check(Ground ground) {
        OutcomeCheck check = new OutcomeCheck(ground);
        check.outcome();
        check.reviews();
        check.productions();
        check.acts();
        check.sequels();
    }

    private void outcome() {
        boolean produces = mustCome(GateSettings.Production.class);
        boolean unlocks = mustCome(GateSettings.Unlocking.class);
        String missing =
                switch (kind) {
                    case NEW, RENEW, CHANGE, REISSUE_LOST, REISSUE_DAMAGED, ADD_KEY ->
                            produces ? "" : "a gate of kind production";
                    case UNLOCK -> unlocks ? "" : "a gate of kind unlock";
                    case SUSPEND -> does(Deed.HOLD) ? "" : deedWanted(Deed.HOLD);
                    case RESUME -> does(Deed.RESUME) ? "" : deedWanted(Deed.RESUME);
                    case REVOKE -> does(Deed.REVOKE) ? "" : deedWanted(Deed.REVOKE);
                    case OPEN_APPLICATION ->
                            mustCome(GateSettings.Enablement.class)
                                    ? ""
                                    : "a gate of kind enablement";
                    case CHANGE_MOBILE ->
                            mustCome(GateSettings.MobileChange.class)
                                    ? ""
                                    : "a gate of kind mobile-change";
                };
        if (!missing.isEmpty()) {
            ground.fault(
                    "gates",
                    "Nothing comes of %s, which is of kind %s: it needs %s that nobody can skip."
                            .formatted(ground.business().code(), kind, missing));
        }
    }

    private static String deedWanted(Deed deed) {
        return "a gate of kind certificate-status with the deed " + deed;
    }

    private boolean mustCome(Class<? extends GateSettings> settings) {
        return ground.business().gates(settings).stream()
                .anyMatch(gate -> gate.mode() instanceof GateMode.Required);
    }

    private boolean does(Deed deed) {
        CertificateRule rule = ground.business().certificate();
        return (rule != null && rule.old() == deed)
                || ground.business()
                        .settings(GateSettings.Ending.class)
                        .anyMatch(ending -> ending.deed() == deed);
    }

    private void reviews() {
        for (GatePlan review : ground.business().gates(GateSettings.Review.class)) {
            if (!ground.comesAfter(review, GateSettings.Submission.class)) {
                needs(review, "a gate of kind submission");
            }
            for (GatePlan payment : ground.business().gates(GateSettings.Payment.class)) {
                Words refused = review.words().refused();
                boolean paidFirst = !ground.before(payment).contains(review.code());
                if (paidFirst && refused != null && !GIVEN_BACK.matcher(refused.zh()).find()) {
                    ground.fault(
                            review,
                            "words",
                            "%s may be paid before %s refuses: say in \"refused\" that the money is given back (退款)."
                                    .formatted(payment.code(), review.code()));
                }
            }
        }
        List<GatePlan> reviews = ground.business().gates(GateSettings.Review.class);
        for (GatePlan gate : ground.business().gates()) {
            boolean judged =
                    gate.settings() instanceof GateSettings.Form
                            || gate.settings() instanceof GateSettings.Papers;
            if (judged
                    && !reviews.isEmpty()
                    && reviews.stream()
                            .noneMatch(review -> ground.before(review).contains(gate.code()))) {
                ground.fault(
                        gate,
                        "after",
                        "%s comes before no review; nobody would see it.".formatted(gate.code()));
            }
        }
    }

    /** No certificate without consent, a review and the money, and without anything else that the business asks for. */
    private void productions() {
        for (GatePlan production : ground.business().gates(GateSettings.Production.class)) {
            if (!kind.makesCertificate()) {
                ground.fault(
                        production,
                        "kind",
                        "%s makes certificates, and a business of kind %s makes none: take it away or change the kind of the business."
                                .formatted(production.code(), kind));
            }
            for (Class<? extends GateSettings> needed : NEEDED) {
                if (!ground.comesAfter(production, needed)) {
                    needs(
                            production,
                            "a gate of kind " + needed.getSimpleName().toLowerCase(Locale.ROOT));
                }
            }
            Set<GateCode> before = ground.before(production);
            for (Class<? extends GateSettings> condition : CONDITIONS) {
                List<GatePlan> gates = ground.business().gates(condition);
                boolean said =
                        NEEDED.contains(condition) && !ground.comesAfter(production, condition);
                for (GatePlan gate : gates) {
                    if (!said && !before.contains(gate.code())) {
                        ground.fault(
                                production,
                                "after",
                                "%s does not wait for %s: certificates would be made without it; let it come after %s."
                                        .formatted(production.code(), gate.code(), gate.code()));
                    }
                }
            }
        }
    }

    /** Nobody's certificate is touched for somebody who showed nothing; an unlocking is granted by its own modes. */
    private void acts() {
        for (GatePlan gate : ground.business().gates()) {
            boolean acts =
                    gate.settings() instanceof GateSettings.Ending
                            || gate.settings() instanceof GateSettings.Unlocking;
            if (!acts) {
                continue;
            }
            if (!kind.aboutCertificate()) {
                ground.fault(
                        gate,
                        "kind",
                        "%s is about a certificate, and a business of kind %s is about none."
                                .formatted(gate.code(), kind));
            } else if (gate.settings() instanceof GateSettings.Ending
                    && PROOFS.stream().noneMatch(proof -> ground.comesAfter(gate, proof))) {
                needs(gate, "a gate of kind review, identity, bank-check or key");
            }
            if (gate.settings() instanceof GateSettings.Unlocking && kind != BusinessKind.UNLOCK) {
                ground.fault(
                        gate,
                        "kind",
                        "%s unlocks a key, which is what a business of kind UNLOCK does, not one of kind %s."
                                .formatted(gate.code(), kind));
            }
        }
    }

    private void sequels() {
        if (!kind.makesCertificate()
                || ground.business().gates(GateSettings.Production.class).isEmpty()) {
            return;
        }
        for (Class<? extends GateSettings> sequel : SEQUELS) {
            for (GatePlan gate : ground.business().gates(sequel)) {
                if (!ground.comesAfter(gate, GateSettings.Production.class)) {
                    needs(gate, "a gate of kind production");
                }
            }
        }
    }

    private void needs(GatePlan gate, String what) {
        ground.fault(gate, "after", "%s needs %s before it.".formatted(gate.code(), what));
    }
}
