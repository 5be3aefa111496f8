package org.yinxin.hall.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.catalogue.reading.PlanReader;
import org.yinxin.hall.catalogue.reading.PlanReading;

/**
 * Plans drawn by lot: which gates there are, which of them waits for which, whether money is asked for before the
 * review, after it or beside it, once or twice, whether a reviewer adds to it, and what follows the certificates. Of
 * what is drawn, the plans are those that the checker finds sound.
 */
final class RandomPlans implements PlanFiles {

    private static final int MOST_DRAWS = 4_000;

    private final Map<String, String> plans = new LinkedHashMap<>();
    private final int draws;

    /** Draws until there are so many. */
    RandomPlans(int wanted, long seed) {
        var random = new SplittableRandom(seed);
        int drawn = 0;
        while (plans.size() < wanted && drawn < MOST_DRAWS) {
            String code = "random-" + plans.size();
            String yaml = draw(code, random);
            drawn++;
            if (PlanReader.read(code + ".yaml", yaml) instanceof PlanReading.Sound) {
                plans.put(code, yaml);
            }
        }
        if (plans.size() < wanted) {
            throw new IllegalStateException(plans.size() + " sound plans in " + drawn + " draws");
        }
        this.draws = drawn;
    }

    List<String> codes() {
        return List.copyOf(plans.keySet());
    }

    String yaml(String code) {
        return plans.getOrDefault(code, "");
    }

    /** How many had to be drawn. */
    int draws() {
        return draws;
    }

    @Override
    public List<PlanFile> all() {
        return plans.entrySet().stream()
                .map(plan -> new PlanFile("plans/" + plan.getKey() + ".yaml", plan.getValue()))
                .toList();
    }

    private static String draw(String code, RandomGenerator random) {
        String packaged = packaged();
        List<Drawn> gates = new ArrayList<>();
        gates.add(new Drawn("FORM", gate(packaged, "FORM"), List.of()));
        for (String optional : List.of("AGREE", "UPLOAD")) {
            if (random.nextInt(4) > 0) {
                gates.add(new Drawn(optional, gate(packaged, optional), some(gates, random, 6)));
            }
        }
        if (random.nextInt(3) == 0) {
            gates.add(payment(packaged, "PAY_EARLY", some(gates, random, 2), random));
        }
        gates.add(new Drawn("SUBMIT", gate(packaged, "SUBMIT"), some(gates, random, 1)));
        gates.add(review(packaged, some(gates, random, 2), random));
        if (random.nextInt(5) > 0) {
            gates.add(payment(packaged, "PAY", some(gates, random, 2), random));
        }
        gates.add(new Drawn("PRODUCE", gate(packaged, "PRODUCE"), some(gates, random, 1)));
        if (random.nextInt(3) == 0) {
            gates.add(new Drawn("DELIVER", DELIVERY, some(gates, random, 2)));
        }
        if (random.nextInt(3) == 0) {
            gates.add(new Drawn("BIND", ACTIVATION, some(gates, random, 2)));
        }
        String head = packaged.substring(0, packaged.indexOf("      - code: FORM\n"));
        return head.replaceAll("(?m)^    (draftDays|returnedDays): .*\n", "")
                        .replaceFirst("plan: [a-z]+", "plan: " + code)
                        .replaceFirst(
                                "limits: \\{[^}]*}",
                                "limits: {oneOpenCase: false, oneCertificate: false}")
                + gates.stream().map(Drawn::yaml).collect(Collectors.joining());
    }

    private record Drawn(String code, String body, List<String> after) {
        String yaml() {
            String own =
                    body.replaceAll("(?m)^        after: .*\n", "")
                            .replaceFirst("- code: [A-Z_]+\n", "- code: " + code + "\n");
            return after.isEmpty()
                    ? own
                    : own.replaceFirst(
                            "(?m)^(        kind: .*\n)",
                            "$1        after: [" + String.join(", ", after) + "]\n");
        }
    }

    /** Of {@code odds} draws, how many leave a gate out. */
    private static List<String> some(List<Drawn> gates, RandomGenerator random, int leftOut) {
        return gates.stream().map(Drawn::code).filter(_ -> random.nextInt(8) >= leftOut).toList();
    }

    private static Drawn payment(
            String packaged, String code, List<String> after, RandomGenerator random) {
        String body = gate(packaged, "PAY").replaceAll("(?m)^        unpaidDays: .*\n", "");
        String term = random.nextInt(2) == 0 ? "        unpaidDays: 7\n" : "";
        return new Drawn(
                code, body.replaceFirst("        channels:", term + "        channels:"), after);
    }

    private static Drawn review(String packaged, List<String> after, RandomGenerator random) {
        String body = gate(packaged, "REVIEW").replace("申请已驳回", "申请已驳回，已缴费用原路退款");
        String mode =
                switch (random.nextInt(6)) {
                    case 0 -> "        mode: {skip-when: {field: subjectType, is: [GOVERNMENT]}}\n";
                    case 1 -> "        surcharge: {label: {zh: 附加费用, en: Surcharge}}\n";
                    default -> "";
                };
        return new Drawn(
                "REVIEW", body.replaceFirst("        reasons:", mode + "        reasons:"), after);
    }

    /** The text of a gate of the packaged plan. */
    private static String gate(String packaged, String code) {
        int from = packaged.indexOf("      - code: " + code + "\n");
        int next = packaged.indexOf("\n      - code: ", from);
        int business = packaged.indexOf("\n  - code: ", from);
        int end =
                next < 0 || (business >= 0 && business < next)
                        ? (business < 0 ? packaged.length() : business + 1)
                        : next + 1;
        return packaged.substring(from, end);
    }

    private static final String DELIVERY =
            """
            - code: DELIVER
              kind: delivery
              title: {zh: 寄送或领取, en: Delivery}
              words:
                open: {zh: 待寄送, en: To be handed over}
                passed: {zh: 已寄出, en: Handed over}
              ways: [COURIER_COLLECT, PICKUP]
            """
                    .indent(6);

    private static final String ACTIVATION =
            """
            - code: BIND
              kind: activation
              title: {zh: 在平台绑定, en: Bind on the platform}
              words:
                open: {zh: 待在平台绑定, en: To be bound on the platform}
                passed: {zh: 已在平台绑定, en: Bound on the platform}
              where: {zh: 登录采购平台绑定证书。, en: Sign in to the platform and bind the certificate.}
            """
                    .indent(6);

    private static String packaged() {
        try {
            return new ClassPathResource("plans/xinghe.yaml")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
