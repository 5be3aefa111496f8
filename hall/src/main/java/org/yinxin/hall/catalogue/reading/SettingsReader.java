package org.yinxin.hall.catalogue.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.catalogue.FormSection;
import org.yinxin.hall.catalogue.GateKind;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.catalogue.PriceLine;
import org.yinxin.hall.catalogue.Reason;
import org.yinxin.hall.catalogue.Tariff;
import org.yinxin.hall.catalogue.Words;

/** Reads what has to be done at a gate, by its kind. One reader serves one business. */
final class SettingsReader {

    private final Unique fieldNames = new Unique("The field");
    private final Unique sectionCodes = new Unique("The section");
    private final Unique paperCodes = new Unique("The paper");

    GateSettings settings(Block block) {
        String word = block.text("kind");
        Optional<GateKind> kind = GateKind.parse(word);
        if (kind.isEmpty() && !word.equals(Block.MISSING)) {
            block.fault(
                    "kind",
                    "\"" + word + "\" is no kind of gate" + Nearest.hint(word, GateKind.words()));
        }
        return kind.map(it -> settings(it, block)).orElseGet(GateSettings.Submission::new);
    }

    private GateSettings settings(GateKind kind, Block block) {
        return switch (kind) {
            case FORM -> new GateSettings.Form(sections(block));
            case CONSENT -> new GateSettings.Consent(Vocabulary.name(block, "agreement"));
            case PAPERS -> new GateSettings.Papers(papers(block));
            case SUBMISSION -> new GateSettings.Submission();
            case REVIEW ->
                    new GateSettings.Review(reasons(block), workingDays(block), surcharge(block));
            case PAYMENT ->
                    new GateSettings.Payment(
                            price(block),
                            Vocabulary.texts(block, "channels", Vocabulary.PAYMENT_CHANNELS),
                            Numbers.optionalTerm(block, "unpaidDays"));
            case PRODUCTION ->
                    new GateSettings.Production(
                            Set.copyOf(Vocabulary.values(block, "by", GateSettings.Maker.class)));
            case IDENTITY -> identification(block);
            case BANK_CHECK ->
                    new GateSettings.BankCheck(
                            block.value(
                                    "amount",
                                    Numbers::yuan,
                                    "an amount in yuan with at most two decimals",
                                    Money.ZERO),
                            Numbers.count(block, "attempts", 3),
                            Numbers.count(block, "days", 7));
            case KEY -> new GateSettings.KeyProof();
            case DELIVERY ->
                    new GateSettings.Delivery(
                            Set.copyOf(Vocabulary.values(block, "ways", GateSettings.Way.class)));
            case ACTIVATION -> new GateSettings.Activation(block.words("where"));
            case UNLOCK ->
                    new GateSettings.Unlocking(
                            Vocabulary.values(block, "modes", GateSettings.UnlockMode.class));
            case CERTIFICATE_STATUS ->
                    new GateSettings.Ending(
                            block.value(
                                    "deed",
                                    Vocabulary.oneOf(Deed.class),
                                    Vocabulary.listed(Deed.class),
                                    Deed.REVOKE));
            case ENABLEMENT ->
                    new GateSettings.Enablement(block.optionalText("project").orElse(null));
            case MOBILE_CHANGE ->
                    new GateSettings.MobileChange(block.text("from"), block.text("to"));
        };
    }

    private static GateSettings.Identification identification(Block block) {
        return new GateSettings.Identification(
                block.value(
                        "party",
                        Vocabulary.oneOf(GateSettings.Party.class),
                        Vocabulary.listed(GateSettings.Party.class),
                        GateSettings.Party.AGENT),
                Vocabulary.values(block, "methods", IdentityMethod.class),
                block.flag("soft"),
                Numbers.count(block, "attempts", 5));
    }

    private List<FormSection> sections(Block block) {
        List<FormSection> sections = new ArrayList<>();
        for (Block item : block.blocks("sections")) {
            FormSection section = FormReader.section(item, fieldNames);
            sectionCodes.check(item, "code", section.code());
            sections.add(section);
        }
        return sections;
    }

    private List<PaperRequirement> papers(Block block) {
        List<PaperRequirement> papers = new ArrayList<>();
        for (Block item : block.blocks("papers")) {
            PaperRequirement paper = FormReader.paper(item);
            paperCodes.check(item, "code", paper.code());
            papers.add(paper);
        }
        return papers;
    }

    private static List<Reason> reasons(Block block) {
        List<Reason> reasons = new ArrayList<>();
        Unique codes = new Unique("The reason");
        for (Block item : block.blocks("reasons")) {
            String code = Vocabulary.name(item, "code");
            codes.check(item, "code", code);
            reasons.add(new Reason(code, item.words()));
        }
        return reasons;
    }

    /** Within how many working days something is done: {@code sla: {workingDays: 2}}; may be left out. */
    private static @Nullable Integer workingDays(Block block) {
        if (!block.has("sla")) {
            return null;
        }
        Optional<Block> sla = block.block("sla");
        Integer days = sla.map(each -> Numbers.optionalDays(each, "workingDays")).orElse(null);
        sla.ifPresent(Block::end);
        return days;
    }

    /** What the approving officer sets an amount for: {@code surcharge: {label: …}}; may be left out. */
    private static @Nullable Words surcharge(Block block) {
        if (!block.has("surcharge")) {
            return null;
        }
        Optional<Block> surcharge = block.block("surcharge");
        Words label = surcharge.map(each -> each.words("label")).orElse(null);
        surcharge.ifPresent(Block::end);
        return label;
    }

    private static List<PriceLine> price(Block block) {
        List<PriceLine> lines = new ArrayList<>();
        Unique codes = new Unique("The price line");
        for (Block item : block.blocks("price")) {
            String code = Vocabulary.name(item, "code");
            codes.check(item, "code", code);
            Words label = item.words("label");
            lines.add(
                    item.placed(
                            new PriceLine(
                                    code,
                                    label,
                                    tariff(item),
                                    item.has("when") ? FormReader.condition(item, "when") : null,
                                    item.optionalText("times").orElse(null))));
            item.end();
        }
        return lines;
    }

    private static Tariff tariff(Block line) {
        if (line.has("amount")) {
            if (line.has("years")) {
                line.fault("amount", "A price has an \"amount\" or \"years\", not both.");
            }
            return new Tariff.Flat(
                    line.value(
                            "amount",
                            Numbers::yuan,
                            "an amount in yuan with at most two decimals",
                            Money.ZERO));
        }
        return new Tariff.ByYears(byYears(line));
    }

    private static Map<Integer, Money> byYears(Block line) {
        Map<Integer, Money> amounts = new HashMap<>();
        line.block("years")
                .ifPresent(
                        years -> {
                            for (String key : List.copyOf(years.keys())) {
                                Money amount =
                                        years.value(
                                                key,
                                                Numbers::yuan,
                                                "an amount in yuan with at most two decimals",
                                                Money.ZERO);
                                if (key.matches("[1-9]|10")) {
                                    amounts.put(Integer.valueOf(key), amount);
                                } else {
                                    years.fault(
                                            key,
                                            "\""
                                                    + key
                                                    + "\" is not a number of years from 1 to 10.");
                                }
                            }
                        });
        return amounts;
    }
}
