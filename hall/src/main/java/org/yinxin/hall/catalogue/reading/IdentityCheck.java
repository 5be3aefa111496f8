package org.yinxin.hall.catalogue.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.FormSection;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.GateSettings.Party;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.catalogue.GateSettings.Way;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.catalogue.Money;

/** Checks that whoever is to be identified, reached or sent something can be. */
final class IdentityCheck {

    private static final Set<Way> COURIERS = EnumSet.of(Way.COURIER_PREPAID, Way.COURIER_COLLECT);

    private static final Set<IdentityMethod> FOR_PEOPLE =
            EnumSet.of(IdentityMethod.FACE, IdentityMethod.BANK_CARD);

    private final Ground ground;

    private IdentityCheck(Ground ground) {
        this.ground = ground;
    }

    static void check(Ground ground) {
        IdentityCheck check = new IdentityCheck(ground);
        for (GatePlan gate : ground.business().gates()) {
            switch (gate.settings()) {
                case GateSettings.Identification who -> check.identification(gate, who);
                case GateSettings.BankCheck bank -> check.bank(gate, bank);
                case GateSettings.KeyProof() -> check.key(gate);
                case GateSettings.Delivery delivery -> check.delivery(gate, delivery);
                case GateSettings.Unlocking unlocking -> check.unlocking(gate, unlocking);
                case GateSettings.Form _,
                        GateSettings.Consent _,
                        GateSettings.Papers _,
                        GateSettings.Submission _,
                        GateSettings.Review _,
                        GateSettings.Payment _,
                        GateSettings.Production _,
                        GateSettings.Activation _,
                        GateSettings.Ending _,
                        GateSettings.Enablement _,
                        GateSettings.MobileChange _ -> {}
            }
        }
    }

    private void identification(GatePlan gate, GateSettings.Identification who) {
        List<IdentityMethod> methods = who.methods();
        if (methods.equals(List.of(IdentityMethod.FACE))) {
            ground.fault(
                    gate,
                    "methods",
                    "A face must not be the only way to be identified (人脸识别技术应用安全管理办法): offer MOBILE or BANK_CARD beside it.");
        }
        boolean unit = who.party() == Party.ORGANISATION;
        for (IdentityMethod method : methods) {
            if (unit ? FOR_PEOPLE.contains(method) : forUnits(method, who.party())) {
                ground.fault(
                        gate,
                        "methods",
                        "%s cannot be identified by %s, which is for %s."
                                .formatted(who.party(), method, unit ? "people" : "organisations"));
            }
        }
        if (who.party() == Party.AGENT && ground.business().agent() == null) {
            ground.fault(
                    gate,
                    "party",
                    "%s identifies the agent, and %s does not say who that is: add \"agent\"."
                            .formatted(gate.code(), ground.business().code()));
        }
        List<String> asked =
                switch (who.party()) {
                    case AGENT -> agent();
                    case ORGANISATION ->
                            ground.fields(FieldType.CREDIT_CODE).stream()
                                    .map(FormField::name)
                                    .toList();
                    case OLD_MOBILE, NEW_MOBILE -> numbers(who.party());
                    case LEGAL_REPRESENTATIVE, APPLICANT -> List.of();
                };
        if (unit && asked.isEmpty()) {
            ground.fault(
                    gate,
                    "party",
                    "%s identifies the organisation, and %s asks for no code of it: add a field of type CREDIT_CODE."
                            .formatted(gate.code(), ground.business().code()));
        }
        for (GatePlan form : ground.business().gates(GateSettings.Form.class)) {
            boolean after = ground.before(form).contains(gate.code());
            for (FormSection section : ((GateSettings.Form) form.settings()).sections()) {
                for (FormField field : section.fields()) {
                    if (after && asked.contains(field.name())) {
                        ground.fault(
                                gate,
                                "after",
                                "%s needs \"%s\", which is asked only at %s after it: nobody could go on."
                                        .formatted(gate.code(), field.name(), form.code()));
                    }
                }
            }
        }
    }

    private List<String> numbers(Party party) {
        return ground.business()
                .settings(GateSettings.MobileChange.class)
                .map(change -> party == Party.OLD_MOBILE ? change.from() : change.to())
                .toList();
    }

    private List<String> agent() {
        AgentRule agent = ground.business().agent();
        return agent == null
                ? List.of()
                : List.of(agent.name(), agent.identityNumber(), agent.mobile());
    }

    /** The register knows organisations and who represents them. */
    private static boolean forUnits(IdentityMethod method, Party party) {
        return method == IdentityMethod.REGISTER && party != Party.LEGAL_REPRESENTATIVE;
    }

    private void bank(GatePlan gate, GateSettings.BankCheck bank) {
        if (bank.amount().equals(Money.ZERO)) {
            ground.fault(
                    gate, "amount", "Nothing can be transferred: \"amount\" is at least 0.01.");
        }
    }

    private void key(GatePlan gate) {
        if (!ground.business().kind().aboutCertificate()) {
            ground.fault(
                    gate,
                    "kind",
                    "%s asks for a key, and who comes for a business of kind %s has none."
                            .formatted(gate.code(), ground.business().kind()));
        }
    }

    private void delivery(GatePlan gate, GateSettings.Delivery delivery) {
        boolean sent = delivery.ways().stream().anyMatch(COURIERS::contains);
        if (sent && ground.fields(FieldType.ADDRESS).isEmpty()) {
            ground.fault(
                    gate,
                    "ways",
                    "%s sends something, and %s asks for no address: add a field of type ADDRESS."
                            .formatted(gate.code(), ground.business().code()));
        }
    }

    private void unlocking(GatePlan gate, GateSettings.Unlocking unlocking) {
        if (unlocking.modes().contains(UnlockMode.SMS_CODE)
                && ground.fields(FieldType.MOBILE).isEmpty()) {
            ground.fault(
                    gate,
                    "modes",
                    "%s goes to somebody of whom %s asks no field of type %s: add one."
                            .formatted(
                                    UnlockMode.SMS_CODE,
                                    ground.business().code(),
                                    FieldType.MOBILE));
        }
        AgentRule agent = ground.business().agent();
        if (unlocking.modes().contains(UnlockMode.EMAIL_LINK)
                && (agent == null || agent.email() == null)) {
            ground.fault(
                    gate,
                    "modes",
                    "%s goes to the agent's mail address, and the agent of %s has none: name its field in agent.email."
                            .formatted(UnlockMode.EMAIL_LINK, ground.business().code()));
        }
    }
}
