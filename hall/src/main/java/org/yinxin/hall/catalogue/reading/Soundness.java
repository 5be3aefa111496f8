package org.yinxin.hall.catalogue.reading;

import java.util.List;
import java.util.Map;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Product;

/** Checks that the parts of a business fit each other. */
final class Soundness {

    private Soundness() {}

    static void check(
            BusinessPlan business,
            List<Product> products,
            Block place,
            Map<GateCode, Block> places) {
        Ground ground = Ground.of(business, products, place, places);
        OutcomeCheck.check(ground);
        ModeCheck.check(ground);
        words(ground);
        ConditionCheck.check(ground);
        CertificateCheck.check(ground);
        IdentityCheck.check(ground);
        EnablementCheck.check(ground);
        MobileChangeCheck.check(ground);
        ChoiceCheck.check(ground);
        PriceCheck.check(ground);
        SubjectCheck.checkAgent(ground);
        for (Product product : ground.products()) {
            SubjectCheck.check(ground, product);
        }
    }

    private static void words(Ground ground) {
        for (GatePlan gate : ground.business().gates()) {
            switch (gate.settings()) {
                case GateSettings.Form _, GateSettings.Papers _ -> {
                    if (gate.words().returned() == null) {
                        ground.fault(
                                gate,
                                "words",
                                gate.code() + " can be returned: say it in \"returned\".");
                    }
                }
                case GateSettings.Review _ -> {
                    if (gate.words().refused() == null) {
                        ground.fault(
                                gate, "words", gate.code() + " can refuse: say it in \"refused\".");
                    }
                }
                case GateSettings.Payment payment -> {
                    if (payment.unpaidDays() != null && gate.words().refused() == null) {
                        ground.fault(
                                gate,
                                "words",
                                gate.code()
                                        + " ends the application when nobody pays: say it in \"refused\".");
                    }
                }
                case GateSettings.Consent _,
                        GateSettings.Submission _,
                        GateSettings.Production _,
                        GateSettings.Identification _,
                        GateSettings.BankCheck _,
                        GateSettings.KeyProof _,
                        GateSettings.Delivery _,
                        GateSettings.Activation _,
                        GateSettings.Unlocking _,
                        GateSettings.Ending _ -> {}
                case GateSettings.Enablement _, GateSettings.MobileChange _ -> {
                    if (gate.words().refused() == null) {
                        ground.fault(
                                gate,
                                "words",
                                gate.code() + " may be impossible by then: say it in \"refused\".");
                    }
                }
            }
        }
    }
}
