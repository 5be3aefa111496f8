package org.yinxin.app.plans;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.Product;
import org.yinxin.hall.catalogue.Words;

/** A plan on one page of the terminal. */
final class PlanPortrait {

    private final StringBuilder text = new StringBuilder();

    private PlanPortrait() {}

    static String of(Plan plan) {
        PlanPortrait portrait = new PlanPortrait();
        portrait.head(plan);
        plan.businesses().forEach(portrait::business);
        portrait.assumptions(plan);
        return portrait.text.toString();
    }

    private void head(Plan plan) {
        line("%s  %s".formatted(plan.code(), both(plan.title())));
        line(
                "%s / %s / %s, issued by %s"
                        .formatted(
                                plan.project().region().zh(),
                                plan.project().category().zh(),
                                plan.project().name().zh(),
                                plan.authority()));
        plan.products().forEach(this::product);
    }

    private void product(Product product) {
        line(
                "  %s %s (%s): for %s"
                        .formatted(
                                product.code(),
                                both(product.title()),
                                GateWords.small(product.kind()),
                                product.years().stream()
                                        .map(years -> GateWords.counted(years, "year"))
                                        .collect(Collectors.joining(" or "))));
    }

    private void business(BusinessPlan business) {
        line("");
        line(
                "%s  %s  (%s, %s)"
                        .formatted(
                                business.code(),
                                both(business.title()),
                                GateWords.small(business.kind()),
                                GateWords.small(business.channel())));
        CertificateRule rule = business.certificate();
        if (rule != null) {
            line("    %s".formatted(CertificateWords.of(rule, business.kind())));
        }
        line("");
        text.append(GatesAsText.draw(business, "    "));
        line("");
        int code = widest(business.gates().stream().map(gate -> gate.code().text()));
        int turn = widest(business.gates().stream().map(PlanPortrait::turn));
        for (GatePlan gate : business.gates()) {
            line(
                    "    "
                            + padded(gate.code().text(), code)
                            + padded(turn(gate), turn)
                            + GateWords.task(gate.settings()));
        }
    }

    private static String turn(GatePlan gate) {
        return GateWords.small(gate.settings().turn());
    }

    private static String padded(String word, int width) {
        return word + " ".repeat(width - word.length() + 2);
    }

    private static int widest(Stream<String> words) {
        return words.mapToInt(String::length).max().orElse(1);
    }

    private void assumptions(Plan plan) {
        line("");
        if (plan.assumptions().isEmpty()) {
            line("Nothing is assumed.");
            return;
        }
        line("Assumed, for want of a source (%d):".formatted(plan.assumptions().size()));
        plan.assumptions().forEach(path -> line("    " + path));
    }

    private static String both(Words words) {
        return words.zh() + " · " + words.en();
    }

    private void line(String words) {
        text.append(words).append(System.lineSeparator());
    }
}
