package org.yinxin.hall.catalogue.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Condition;
import org.yinxin.hall.catalogue.Fact;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateMode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Obligation;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.catalogue.PriceLine;
import org.yinxin.hall.catalogue.Product;
import org.yinxin.hall.catalogue.Tariff;

/** Checks that the parts of a business fit each other. */
final class Soundness {

    private final BusinessPlan business;
    private final Block place;
    private final Map<GateCode, Block> places;

    private Soundness(BusinessPlan business, Block place, Map<GateCode, Block> places) {
        this.business = business;
        this.place = place;
        this.places = places;
    }

    static void check(
            BusinessPlan business,
            List<Product> products,
            Block place,
            Map<GateCode, Block> places) {
        Soundness soundness = new Soundness(business, place, places);
        soundness.production();
        soundness.words();
        soundness.conditions();
        SubjectCheck.checkAgent(business, place);
        for (Product product : products) {
            if (business.products().contains(product.code())) {
                soundness.prices(product);
                SubjectCheck.check(business, product, place);
            }
        }
        soundness.superfluousPrices(products);
    }

    /** No certificate without consent, a submission, a review and the money. */
    private void production() {
        for (GatePlan review : business.gates(GateSettings.Review.class)) {
            needBefore(review, GateSettings.Submission.class, "a gate of kind submission");
        }
        for (GatePlan production : business.gates(GateSettings.Production.class)) {
            needBefore(production, GateSettings.Consent.class, "a gate of kind consent");
            needBefore(production, GateSettings.Review.class, "a gate of kind review");
            needBefore(production, GateSettings.Payment.class, "a gate of kind payment");
        }
        for (GatePlan gate : business.gates()) {
            boolean judged =
                    gate.settings() instanceof GateSettings.Form
                            || gate.settings() instanceof GateSettings.Papers;
            List<GatePlan> reviews = business.gates(GateSettings.Review.class);
            if (judged
                    && !reviews.isEmpty()
                    && reviews.stream().noneMatch(r -> before(r).contains(gate.code()))) {
                fault(gate, "after", gate.code() + " comes before no review; nobody would see it.");
            }
        }
    }

    private void needBefore(GatePlan gate, Class<? extends GateSettings> kind, String what) {
        Set<GateCode> before = before(gate);
        if (business.gates(kind).stream().noneMatch(other -> before.contains(other.code()))) {
            fault(gate, "after", gate.code() + " needs " + what + " before it.");
        }
    }

    private Set<GateCode> before(GatePlan gate) {
        Set<GateCode> before = new HashSet<>();
        collect(gate, before);
        return before;
    }

    private void collect(GatePlan gate, Set<GateCode> before) {
        for (GateCode code : gate.after()) {
            if (before.add(code)) {
                business.gate(code).ifPresent(next -> collect(next, before));
            }
        }
    }

    private void words() {
        for (GatePlan gate : business.gates()) {
            switch (gate.settings()) {
                case GateSettings.Form _, GateSettings.Papers _ -> {
                    if (gate.words().returned() == null) {
                        fault(
                                gate,
                                "words",
                                gate.code() + " can be returned: say it in \"returned\".");
                    }
                }
                case GateSettings.Review _ -> {
                    if (gate.words().refused() == null) {
                        fault(gate, "words", gate.code() + " can refuse: say it in \"refused\".");
                    }
                }
                case GateSettings.Consent _,
                        GateSettings.Submission _,
                        GateSettings.Payment _,
                        GateSettings.Production _,
                        GateSettings.Identification _,
                        GateSettings.BankCheck _,
                        GateSettings.KeyProof _,
                        GateSettings.Delivery _,
                        GateSettings.Activation _,
                        GateSettings.Unlocking _,
                        GateSettings.Ending _ -> {}
            }
        }
    }

    private void conditions() {
        for (GatePlan gate : business.gates()) {
            if (gate.mode() instanceof GateMode.SkipWhen(Condition condition)) {
                condition(gate, "mode", condition);
            }
            if (gate.settings() instanceof GateSettings.Payment payment) {
                for (PriceLine line : payment.lines()) {
                    if (line.when() != null) {
                        condition(gate, "price", line.when());
                    }
                    if (line.times() != null
                            && business.field(line.times())
                                    .filter(field -> field.type() == FieldType.COUNT)
                                    .isEmpty()) {
                        fault(
                                gate,
                                "price",
                                "\"%s\" is due as often as \"%s\" says, which is no field of type COUNT."
                                        .formatted(line.code(), line.times()));
                    }
                }
            }
            if (gate.settings() instanceof GateSettings.Papers papers) {
                for (PaperRequirement paper : papers.papers()) {
                    obligation(gate, "papers", paper.obligation());
                }
            }
            if (gate.settings() instanceof GateSettings.Form form) {
                form.sections().stream()
                        .flatMap(section -> section.fields().stream())
                        .forEach(field -> obligation(gate, "sections", field.obligation()));
            }
        }
    }

    private void obligation(GatePlan gate, String key, Obligation obligation) {
        if (obligation instanceof Obligation.When(Condition condition)) {
            condition(gate, key, condition);
        }
    }

    private void condition(GatePlan gate, String key, Condition condition) {
        if (condition.field().equals(Block.MISSING)) {
            return;
        }
        if (condition.field().contains(".")) {
            fact(gate, key, condition);
            return;
        }
        Optional<FormField> field = business.field(condition.field());
        if (field.isEmpty()) {
            fault(
                    gate,
                    key,
                    "A condition asks for the field \"%s\", which no form of this business has."
                            .formatted(condition.field()));
            return;
        }
        for (String value : condition.anyOf()) {
            if (field.get().options().stream().noneMatch(o -> o.value().equals(value))) {
                fault(
                        gate,
                        key,
                        "A condition waits for \"%s\", which \"%s\" does not offer."
                                .formatted(value, condition.field()));
            }
        }
    }

    private void fact(GatePlan gate, String key, Condition condition) {
        Optional<Fact> fact = condition.fact();
        if (fact.isEmpty()) {
            fault(
                    gate,
                    key,
                    "\"%s\" is no fact%s"
                            .formatted(
                                    condition.field(),
                                    Nearest.hint(
                                            condition.field(),
                                            Arrays.stream(Fact.values()).map(Fact::key).toList())));
            return;
        }
        for (String value : condition.anyOf()) {
            if (!fact.get().possible().contains(value)) {
                fault(
                        gate,
                        key,
                        "A condition waits for \"%s\", which %s never is%s"
                                .formatted(
                                        value,
                                        condition.field(),
                                        Nearest.hint(value, fact.get().possible())));
            }
        }
    }

    private void prices(Product product) {
        for (GatePlan gate : business.gates(GateSettings.Payment.class)) {
            for (PriceLine line : ((GateSettings.Payment) gate.settings()).lines()) {
                if (line.tariff() instanceof Tariff.ByYears(var amounts)
                        && concerns(line, product)) {
                    for (int years : product.years()) {
                        if (!amounts.containsKey(years)) {
                            fault(
                                    gate,
                                    "price",
                                    "\"%s\" has no price for %d years."
                                            .formatted(line.code(), years));
                        }
                    }
                }
            }
        }
        boolean asked = business.fields().stream().anyMatch(f -> f.type() == FieldType.YEARS);
        if (product.years().size() > 1
                && !asked
                && !business.gates(GateSettings.Production.class).isEmpty()) {
            place.fault(
                    "gates",
                    business.code()
                            + " asks nowhere for how many years: add a field of type YEARS.");
        }
    }

    /** A price that is only for another product need not speak of this one's years. */
    private boolean concerns(PriceLine line, Product product) {
        Condition when = line.when();
        return when == null
                || business.field(when.field())
                        .filter(field -> field.type() == FieldType.PRODUCT)
                        .map(_ -> when.anyOf().contains(product.code().text()))
                        .orElse(true);
    }

    private void superfluousPrices(List<Product> products) {
        Set<Integer> offered =
                products.stream()
                        .filter(product -> business.products().contains(product.code()))
                        .flatMap(product -> product.years().stream())
                        .collect(Collectors.toSet());
        for (GatePlan gate : business.gates(GateSettings.Payment.class)) {
            for (PriceLine line : ((GateSettings.Payment) gate.settings()).lines()) {
                if (line.tariff() instanceof Tariff.ByYears(var amounts)) {
                    for (int years : amounts.keySet()) {
                        if (!offered.contains(years)) {
                            fault(
                                    gate,
                                    "price",
                                    "\"%s\" has a price for %d years, which the product is not offered for."
                                            .formatted(line.code(), years));
                        }
                    }
                }
            }
        }
    }

    private void fault(GatePlan gate, String key, String sentence) {
        Block block = places.get(gate.code());
        if (block != null) {
            block.fault(key, sentence);
        }
    }
}
