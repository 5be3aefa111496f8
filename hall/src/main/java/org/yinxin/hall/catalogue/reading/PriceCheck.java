package org.yinxin.hall.catalogue.reading;

import java.util.Set;
import java.util.stream.Collectors;
import org.yinxin.hall.catalogue.Condition;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.PriceLine;
import org.yinxin.hall.catalogue.Product;
import org.yinxin.hall.catalogue.Tariff;

/** Checks that there is a price for everything that can be chosen, and none for what cannot. */
final class PriceCheck {

    private final Ground ground;

    private PriceCheck(Ground ground) {
        this.ground = ground;
    }

    static void check(Ground ground) {
        PriceCheck check = new PriceCheck(ground);
        for (GatePlan gate : ground.business().gates(GateSettings.Payment.class)) {
            for (PriceLine line : ((GateSettings.Payment) gate.settings()).lines()) {
                if (line.tariff() instanceof Tariff.ByYears byYears) {
                    check.line(line, byYears);
                }
            }
        }
    }

    private void line(PriceLine line, Tariff.ByYears tariff) {
        for (Product product : ground.products()) {
            for (int years : product.years()) {
                if (!tariff.amounts().containsKey(years) && concerns(line, product)) {
                    ground.fault(
                            line,
                            "years",
                            "\"%s\" has no price for %d years, for which %s is offered; write 0 if it is free."
                                    .formatted(line.code(), years, product.code()));
                }
            }
        }
        Set<Integer> offered =
                ground.products().stream()
                        .filter(product -> concerns(line, product))
                        .flatMap(product -> product.years().stream())
                        .collect(Collectors.toSet());
        for (int years : tariff.amounts().keySet()) {
            if (!offered.contains(years)) {
                ground.fault(
                        line,
                        "years",
                        "\"%s\" has a price for %d years, which the product is not offered for."
                                .formatted(line.code(), years));
            }
        }
    }

    /** A price that is only for another product need not speak of this one's years. */
    private boolean concerns(PriceLine line, Product product) {
        Condition when = line.when();
        return when == null
                || ground.business()
                        .field(when.field())
                        .filter(field -> field.type() == FieldType.PRODUCT)
                        .map(_ -> when.anyOf().contains(product.code().text()))
                        .orElse(true);
    }
}
