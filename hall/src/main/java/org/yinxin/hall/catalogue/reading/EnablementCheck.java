package org.yinxin.hall.catalogue.reading;

import java.util.List;
import org.yinxin.hall.catalogue.BusinessKind;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Obligation;

/** Checks that a certificate is enabled once, for a project that is named, and for somebody who may ask. */
final class EnablementCheck {

    private static final List<Class<? extends GateSettings>> PROOFS =
            List.of(
                    GateSettings.Review.class,
                    GateSettings.Identification.class,
                    GateSettings.BankCheck.class,
                    GateSettings.KeyProof.class);

    private EnablementCheck() {}

    static void check(Ground ground) {
        List<GatePlan> gates = ground.business().gates(GateSettings.Enablement.class);
        for (GatePlan gate : gates) {
            if (ground.business().kind() != BusinessKind.OPEN_APPLICATION) {
                ground.fault(
                        gate,
                        "kind",
                        "%s enables a certificate for a project, which is what a business of kind OPEN_APPLICATION does, not one of kind %s."
                                .formatted(gate.code(), ground.business().kind()));
            }
            if (!gate.code().equals(gates.getFirst().code())) {
                ground.fault(
                        gate,
                        "kind",
                        "%s enables a second time what %s has enabled: take it away."
                                .formatted(gate.code(), gates.getFirst().code()));
            }
            if (PROOFS.stream().noneMatch(proof -> ground.comesAfter(gate, proof))) {
                ground.fault(
                        gate,
                        "after",
                        "%s needs a gate of kind review, identity, bank-check or key before it."
                                .formatted(gate.code()));
            }
            String project = ((GateSettings.Enablement) gate.settings()).project();
            if (project != null && !named(ground, gate, project)) {
                ground.fault(
                        gate,
                        "project",
                        "\"%s\" does not say for everybody which project it is: name a field of type CHOICE that is asked before %s and always required."
                                .formatted(project, gate.code()));
            }
        }
    }

    private static boolean named(Ground ground, GatePlan gate, String project) {
        return ground.business()
                .field(project)
                .filter(field -> field.type() == FieldType.CHOICE)
                .filter(EnablementCheck::always)
                .filter(field -> ground.askedBefore(gate, field))
                .isPresent();
    }

    private static boolean always(FormField field) {
        return field.obligation() instanceof Obligation.Always;
    }
}
