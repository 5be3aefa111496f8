package org.yinxin.hall.catalogue.reading;

import org.yinxin.hall.catalogue.GateMode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Tariff;

/** Checks that no gate is passed by itself that somebody has to pass, and that none stands or falls wrongly on a return. */
final class ModeCheck {

    private ModeCheck() {}

    static void check(Ground ground) {
        for (GatePlan gate : ground.business().gates()) {
            if (gate.mode() instanceof GateMode.Auto && !mayPassByItself(gate.settings())) {
                ground.fault(
                        gate,
                        "mode",
                        "%s would be passed without anybody doing it: take \"mode: auto\" away."
                                .formatted(gate.code()));
            }
            if (gate.settings() instanceof GateSettings.Payment && !gate.lasting()) {
                ground.fault(
                        gate,
                        "lasting",
                        "%s would be paid again after each return: take \"lasting: false\" away."
                                .formatted(gate.code()));
            }
            boolean judges =
                    gate.settings() instanceof GateSettings.Review
                            || gate.settings() instanceof GateSettings.Submission;
            if (judges && gate.lasting()) {
                ground.fault(
                        gate,
                        "lasting",
                        "%s would go on speaking for answers that were changed after it: take \"lasting\" away."
                                .formatted(gate.code()));
            }
        }
    }

    private static boolean mayPassByItself(GateSettings settings) {
        return switch (settings) {
            case GateSettings.Submission _, GateSettings.Review _ -> true;
            case GateSettings.Payment payment -> free(payment);
            case GateSettings.Form _,
                    GateSettings.Consent _,
                    GateSettings.Papers _,
                    GateSettings.Production _,
                    GateSettings.Identification _,
                    GateSettings.BankCheck _,
                    GateSettings.KeyProof _,
                    GateSettings.Delivery _,
                    GateSettings.Activation _,
                    GateSettings.Unlocking _,
                    GateSettings.Ending _,
                    GateSettings.Enablement _,
                    GateSettings.MobileChange _ ->
                    false;
        };
    }

    /** Whether nobody ever pays anything. */
    static boolean free(GateSettings.Payment payment) {
        return payment.lines().stream().allMatch(line -> free(line.tariff()));
    }

    private static boolean free(Tariff tariff) {
        return switch (tariff) {
            case Tariff.Flat(Money amount) -> amount.equals(Money.ZERO);
            case Tariff.ByYears(var amounts) ->
                    amounts.values().stream().allMatch(Money.ZERO::equals);
        };
    }
}
