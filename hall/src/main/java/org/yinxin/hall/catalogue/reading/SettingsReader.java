package org.yinxin.hall.catalogue.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yinxin.hall.catalogue.FormSection;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.catalogue.PriceLine;
import org.yinxin.hall.catalogue.Reason;
import org.yinxin.hall.catalogue.Words;

/** Reads what has to be done at a gate, by its kind. One reader serves one business. */
final class SettingsReader {

    private static final List<String> KINDS =
            List.of("form", "consent", "papers", "submission", "review", "payment", "production");

    private final Unique fieldNames = new Unique("The field");
    private final Unique sectionCodes = new Unique("The section");
    private final Unique paperCodes = new Unique("The paper");

    GateSettings settings(Block block) {
        String kind = block.text("kind");
        return switch (kind) {
            case "form" -> new GateSettings.Form(sections(block));
            case "consent" -> new GateSettings.Consent(Vocabulary.name(block, "agreement"));
            case "papers" -> new GateSettings.Papers(papers(block));
            case "submission" -> new GateSettings.Submission();
            case "review" -> new GateSettings.Review(reasons(block));
            case "payment" ->
                    new GateSettings.Payment(
                            price(block),
                            Vocabulary.texts(block, "channels", Vocabulary.PAYMENT_CHANNELS));
            case "production" -> new GateSettings.Production(makers(block));
            default -> {
                if (!kind.equals(Block.MISSING)) {
                    block.fault(
                            "kind",
                            "\"" + kind + "\" is no kind of gate" + Nearest.hint(kind, KINDS));
                }
                yield new GateSettings.Submission();
            }
        };
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

    private static List<PriceLine> price(Block block) {
        List<PriceLine> lines = new ArrayList<>();
        Unique codes = new Unique("The price line");
        for (Block item : block.blocks("price")) {
            String code = Vocabulary.name(item, "code");
            codes.check(item, "code", code);
            Words label = item.words("label");
            lines.add(new PriceLine(code, label, byYears(item)));
            item.end();
        }
        return lines;
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

    private static Set<GateSettings.Maker> makers(Block block) {
        Set<GateSettings.Maker> makers = EnumSet.noneOf(GateSettings.Maker.class);
        for (String text : block.texts("by")) {
            Vocabulary.oneOf(GateSettings.Maker.class)
                    .apply(text)
                    .ifPresentOrElse(
                            makers::add,
                            () ->
                                    block.fault(
                                            "by",
                                            "\""
                                                    + text
                                                    + "\" is not "
                                                    + Vocabulary.listed(GateSettings.Maker.class)
                                                    + "."));
        }
        return makers;
    }
}
