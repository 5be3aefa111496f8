package org.yinxin.app.plans;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yinxin.hall.catalogue.Condition;
import org.yinxin.hall.catalogue.FormSection;
import org.yinxin.hall.catalogue.GateMode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.catalogue.PriceLine;
import org.yinxin.hall.catalogue.Tariff;

/** Says in a few words what a gate is about. */
final class GateWords {

    private GateWords() {}

    /** How it is passed, if not by somebody who does what it asks for. */
    static Optional<String> mode(GatePlan gate) {
        return switch (gate.mode()) {
            case GateMode.Required() -> Optional.empty();
            case GateMode.Auto() -> Optional.of("(by itself)");
            case GateMode.SkipWhen(Condition condition) ->
                    Optional.of("(not when " + words(condition) + ")");
        };
    }

    /** What has to be done. */
    static String task(GateSettings settings) {
        return switch (settings) {
            case GateSettings.Form(List<FormSection> sections) -> form(sections);
            case GateSettings.Consent(String agreement) -> "agreement " + agreement;
            case GateSettings.Papers(List<PaperRequirement> papers) ->
                    "papers " + listed(papers.stream().map(PaperRequirement::code), ", ");
            case GateSettings.Submission() -> "submission";
            case GateSettings.Review review ->
                    "review by two people, " + counted(review.reasons().size(), "reason");
            case GateSettings.Payment payment ->
                    "payment by %s: %s"
                            .formatted(
                                    String.join(" or ", payment.channels()),
                                    listed(payment.lines().stream().map(GateWords::words), "; "));
            case GateSettings.Production production ->
                    "production by " + names(production.by().stream());
            case GateSettings.Identification who ->
                    "identity of the %s by %s%s, %s"
                            .formatted(
                                    small(who.party()),
                                    listed(who.methods().stream().map(GateWords::small), " or "),
                                    who.soft() ? ", left to the reviewer where unknown" : "",
                                    counted(who.attempts(), "attempt"));
            case GateSettings.BankCheck check ->
                    "transfer of %s yuan to the organisation's account, %s, %s"
                            .formatted(
                                    check.amount(),
                                    counted(check.attempts(), "attempt"),
                                    counted(check.days(), "day"));
            case GateSettings.KeyProof() -> "the key is inserted and signs";
            case GateSettings.Delivery delivery -> "delivery by " + names(delivery.ways().stream());
            case GateSettings.Activation activation -> "activation: " + activation.where().zh();
            case GateSettings.Unlocking unlocking ->
                    "unlocking by "
                            + listed(unlocking.modes().stream().map(GateWords::small), " or ");
            case GateSettings.Ending ending -> "the certificate's status: " + small(ending.deed());
            case GateSettings.Enablement(var project) ->
                    "the certificate is enabled for the project"
                            + (project == null ? " of the plan" : " chosen in " + project);
            case GateSettings.MobileChange(var from, var to) ->
                    "the account signs in with %s instead of %s".formatted(to, from);
        };
    }

    static String words(Condition condition) {
        return condition.field() + " is " + listed(condition.anyOf().stream().sorted(), " or ");
    }

    private static String form(List<FormSection> sections) {
        int questions = sections.stream().mapToInt(section -> section.fields().size()).sum();
        return counted(questions, "question") + " on " + counted(sections.size(), "page");
    }

    private static String words(PriceLine line) {
        StringBuilder words = new StringBuilder(line.code());
        switch (line.tariff()) {
            case Tariff.Flat(Money amount) -> words.append(' ').append(amount);
            case Tariff.ByYears(Map<Integer, Money> amounts) ->
                    words.append(' ')
                            .append(
                                    listed(
                                            amounts.entrySet().stream()
                                                    .sorted(Map.Entry.comparingByKey())
                                                    .map(
                                                            each ->
                                                                    counted(each.getKey(), "year")
                                                                            + " "
                                                                            + each.getValue()),
                                            ", "));
        }
        if (line.times() != null) {
            words.append(" times ").append(line.times());
        }
        if (line.when() != null) {
            words.append(" when ").append(words(line.when()));
        }
        return words.toString();
    }

    private static String names(Stream<? extends Enum<?>> values) {
        return listed(values.map(GateWords::small).sorted(), " or ");
    }

    private static String listed(Stream<String> words, String between) {
        return words.collect(Collectors.joining(between));
    }

    /** A constant as it is said in a sentence. */
    static String small(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
