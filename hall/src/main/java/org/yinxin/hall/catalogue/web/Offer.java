package org.yinxin.hall.catalogue.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Obligation;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PriceLine;
import org.yinxin.hall.catalogue.Words;

/**
 * One card of a project's page, in the reader's language.
 *
 * @param plan the plan's code
 * @param business the business's code
 * @param aboutCertificate whether it begins with a certificate that exists
 * @param title what is offered
 * @param summary one sentence
 * @param years for how long, the usual choice
 * @param fee what it costs for that long
 * @param lines what the fee consists of
 * @param promises who does what within which time
 * @param papers what to prepare
 */
record Offer(
        String plan,
        String business,
        boolean aboutCertificate,
        String title,
        String summary,
        int years,
        BigDecimal fee,
        List<Line> lines,
        List<Promise> promises,
        List<Paper> papers) {

    /** One line of the fee. */
    record Line(String label, BigDecimal amount) {}

    /** What is promised at one gate. */
    record Promise(String gate, String time) {}

    /** One paper to prepare. */
    record Paper(String title, @Nullable String help, boolean stamped, boolean always) {}

    static Offer of(Plan plan, BusinessPlan business, Locale reader) {
        int years = plan.years(business, Map.of());
        return new Offer(
                plan.code().text(),
                business.code().text(),
                business.kind().aboutCertificate(),
                business.title().in(reader),
                business.summary().in(reader),
                years,
                BigDecimal.valueOf(business.total(years, Map.of()).fen(), 2),
                business.settings(GateSettings.Payment.class)
                        .flatMap(payment -> payment.lines().stream())
                        .filter(line -> !line.amount(years, Map.of()).equals(Money.ZERO))
                        .map(line -> line(line, years, reader))
                        .toList(),
                promises(business, reader),
                business.papers().stream().map(paper -> paper(paper, reader)).toList());
    }

    private static Line line(PriceLine line, int years, Locale reader) {
        var amount = line.amount(years, Map.of());
        return new Line(line.label().in(reader), BigDecimal.valueOf(amount.fen(), 2));
    }

    private static List<Promise> promises(BusinessPlan business, Locale reader) {
        return business.gates().stream()
                .flatMap(
                        gate -> {
                            Words promise = gate.promise();
                            return promise == null
                                    ? Stream.empty()
                                    : Stream.of(
                                            new Promise(
                                                    gate.title().in(reader), promise.in(reader)));
                        })
                .toList();
    }

    private static Paper paper(PaperRequirement paper, Locale reader) {
        Words help = paper.help();
        return new Paper(
                paper.title().in(reader),
                help == null ? null : help.in(reader),
                paper.stamp() == PaperRequirement.Stamp.UNIT_SEAL,
                paper.obligation() instanceof Obligation.Always);
    }
}
