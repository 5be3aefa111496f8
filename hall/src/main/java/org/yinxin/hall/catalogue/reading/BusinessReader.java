package org.yinxin.hall.catalogue.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.BusinessKind;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateMode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Patience;
import org.yinxin.hall.catalogue.Product;
import org.yinxin.hall.catalogue.ProductCode;

/** Reads one business with its gates. */
final class BusinessReader {

    private static final BusinessCode NO_BUSINESS = new BusinessCode("MISSING");
    private static final GateCode NO_GATE = new GateCode("MISSING");
    private static final BusinessPlan.Limits NO_LIMITS = new BusinessPlan.Limits(false, false);

    private BusinessReader() {}

    static BusinessPlan business(Block block, List<Product> products) {
        Map<GateCode, Block> places = new LinkedHashMap<>();
        List<GatePlan> gates = gates(block, places);
        BusinessCode code =
                block.value(
                        "code",
                        BusinessCode::parse,
                        "a business code of capital letters",
                        NO_BUSINESS);
        BusinessPlan business =
                new BusinessPlan(
                        code,
                        kind(block, code),
                        block.words("title"),
                        block.words("summary"),
                        block.value(
                                "channel",
                                Vocabulary.oneOf(BusinessPlan.Channel.class),
                                Vocabulary.listed(BusinessPlan.Channel.class),
                                BusinessPlan.Channel.ONLINE),
                        block.block("limits").map(BusinessReader::limits).orElse(NO_LIMITS),
                        products(block, products),
                        block.has("certificate")
                                ? block.block("certificate")
                                        .map(CertificateReader::rule)
                                        .orElse(null)
                                : null,
                        block.has("agent")
                                ? block.block("agent").map(BusinessReader::agent).orElse(null)
                                : null,
                        patience(block),
                        block.words("opened"),
                        block.words("finished"),
                        gates);
        block.end();
        GateOrder.check(gates, places);
        Soundness.check(business, products, block, places);
        return business;
    }

    /** What a business does is its code, unless the plan has several that do the same. */
    private static BusinessKind kind(Block block, BusinessCode code) {
        if (block.has("kind")) {
            return block.value(
                    "kind",
                    Vocabulary.oneOf(BusinessKind.class),
                    Vocabulary.listed(BusinessKind.class),
                    BusinessKind.NEW);
        }
        Optional<BusinessKind> kind = Vocabulary.oneOf(BusinessKind.class).apply(code.text());
        if (kind.isEmpty() && !code.equals(NO_BUSINESS)) {
            block.fault(
                    "code",
                    "%s says nothing of what it does: add \"kind\", %s."
                            .formatted(code, Vocabulary.listed(BusinessKind.class)));
        }
        return kind.orElse(BusinessKind.NEW);
    }

    private static List<ProductCode> products(Block block, List<Product> products) {
        List<ProductCode> all = products.stream().map(Product::code).toList();
        if (!block.has("products")) {
            return all;
        }
        List<ProductCode> named = new ArrayList<>();
        for (String text : block.texts("products")) {
            Optional<ProductCode> code = ProductCode.parse(text).filter(all::contains);
            code.ifPresentOrElse(
                    named::add,
                    () ->
                            block.fault(
                                    "products",
                                    "\"%s\" is no product of this plan%s"
                                            .formatted(
                                                    text,
                                                    Nearest.hint(
                                                            text,
                                                            all.stream()
                                                                    .map(ProductCode::text)
                                                                    .toList()))));
        }
        return named.isEmpty() ? all : named;
    }

    private static BusinessPlan.Limits limits(Block block) {
        BusinessPlan.Limits limits =
                new BusinessPlan.Limits(block.flag("oneOpenCase"), block.flag("oneCertificate"));
        block.end();
        return limits;
    }

    private static AgentRule agent(Block block) {
        AgentRule agent =
                new AgentRule(
                        block.text("name"),
                        block.text("identityNumber"),
                        block.text("mobile"),
                        block.optionalText("email").orElse(null));
        block.end();
        return block.placed(agent);
    }

    private static Patience patience(Block block) {
        Integer draftDays = Numbers.optionalTerm(block, "draftDays");
        Block returned =
                block.has("returnedDays") ? block.block("returnedDays").orElse(null) : null;
        if (returned == null) {
            return new Patience(draftDays, null, null);
        }
        Integer remind = Numbers.optionalDays(returned, "remind");
        Integer close = Numbers.optionalDays(returned, "close");
        if (remind == null && close == null) {
            block.fault("returnedDays", "\"returnedDays\" is {remind: days, close: days}.");
        }
        if (remind != null && close != null && remind >= close) {
            returned.fault(
                    "remind",
                    "Somebody is reminded before the application is closed: after less than %d days."
                            .formatted(close));
        }
        returned.end();
        return new Patience(draftDays, remind, close);
    }

    private static List<GatePlan> gates(Block business, Map<GateCode, Block> places) {
        SettingsReader settings = new SettingsReader();
        List<GatePlan> gates = new ArrayList<>();
        for (Block block : business.blocks("gates")) {
            GatePlan gate = gate(block, settings);
            Block before = places.putIfAbsent(gate.code(), block);
            if (before != null) {
                block.fault(
                        "code",
                        "The gate %s is already in line %d; rename one."
                                .formatted(gate.code(), before.line("code")));
            } else {
                gates.add(gate);
            }
        }
        return gates;
    }

    private static GatePlan gate(Block block, SettingsReader reader) {
        GateCode code =
                block.value("code", GateCode::parse, "a gate code of capital letters", NO_GATE);
        GateSettings settings = reader.settings(block);
        GatePlan gate =
                new GatePlan(
                        code,
                        block.words("title"),
                        block.optionalWords("promise"),
                        mode(block),
                        after(block),
                        block.has("lasting")
                                ? block.flag("lasting")
                                : settings instanceof GateSettings.Payment,
                        block.block("words").map(BusinessReader::status).orElse(NO_STATUS),
                        settings);
        block.end();
        return gate;
    }

    private static GateMode mode(Block block) {
        if (!block.has("mode")) {
            return new GateMode.Required();
        }
        if (block.isMapping("mode")) {
            return block.block("mode")
                    .<GateMode>map(
                            mode -> {
                                var condition = FormReader.condition(mode, "skip-when");
                                mode.end();
                                return new GateMode.SkipWhen(condition);
                            })
                    .orElse(new GateMode.Required());
        }
        return switch (block.text("mode")) {
            case "required" -> new GateMode.Required();
            case "auto" -> new GateMode.Auto();
            default -> {
                block.fault(
                        "mode",
                        "\"mode\" is required, auto or {skip-when: {field: …, is: [ … ]}}.");
                yield new GateMode.Required();
            }
        };
    }

    private static Set<GateCode> after(Block block) {
        Set<GateCode> after = new LinkedHashSet<>();
        if (block.has("after")) {
            for (String text : block.texts("after")) {
                GateCode.parse(text)
                        .ifPresentOrElse(
                                after::add,
                                () -> block.fault("after", "\"" + text + "\" is no gate code."));
            }
        }
        return after;
    }

    private static final GatePlan.StatusWords NO_STATUS =
            new GatePlan.StatusWords(
                    ProductReader.noProject().name(), ProductReader.noProject().name(), null, null);

    private static GatePlan.StatusWords status(Block block) {
        GatePlan.StatusWords words =
                new GatePlan.StatusWords(
                        block.words("open"),
                        block.words("passed"),
                        block.optionalWords("returned"),
                        block.optionalWords("refused"));
        block.end();
        return words;
    }
}
