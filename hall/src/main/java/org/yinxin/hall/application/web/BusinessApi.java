package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.Obligation;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.Words;

/** What can be applied for, in the open API; for everybody, signed in or not. */
@Tag(name = "Businesses", description = "What can be applied for, and what each plan asks.")
@RestController
@RequestMapping("/api/v1/businesses")
class BusinessApi {

    private final Catalogue catalogue;

    BusinessApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** One business. */
    @Schema(name = "Business")
    record BusinessJson(
            String plan,
            int planVersion,
            String planTitle,
            String business,
            String title,
            String summary,
            @Schema(allowableValues = {"ONLINE", "COUNTER"}) String channel,
            List<Integer> years,
            @Schema(
                            description = "in yuan, for the first number of years offered",
                            example = "280.00")
                    String fee,
            List<GateJson> gates,
            List<FieldJson> fields,
            List<PaperJson> papers) {}

    /** One gate in the order of the plan. */
    record GateJson(String code, String title, List<String> after, @Nullable String promise) {}

    /** One question. */
    record FieldJson(
            String name,
            String section,
            String type,
            String label,
            @Nullable String help,
            boolean personal,
            @Schema(allowableValues = {"ALWAYS", "OPTIONAL", "WHEN"}) String required,
            @Schema(description = "for WHEN: the field asked") @Nullable String whenField,
            @Schema(description = "for WHEN: its answers") List<String> whenAnswers,
            List<OptionJson> options) {}

    /** One answer offered. */
    record OptionJson(String value, String label) {}

    /** One paper. */
    record PaperJson(
            String code,
            String title,
            @Nullable String help,
            List<String> formats,
            long maxBytes,
            String stamp) {}

    @Operation(summary = "List what can be applied for")
    @GetMapping
    List<BusinessJson> list(Locale reader) {
        return catalogue.live().stream()
                .flatMap(plan -> plan.businesses().stream().map(it -> json(plan, it, reader)))
                .toList();
    }

    private static BusinessJson json(Plan plan, BusinessPlan business, Locale reader) {
        return new BusinessJson(
                plan.code().text(),
                plan.version(),
                plan.title().in(reader),
                business.code().text(),
                business.title().in(reader),
                business.summary().in(reader),
                business.channel().name(),
                plan.product(business, Map.of()).years(),
                business.total(plan.years(business, Map.of()), Map.of()).toString(),
                business.gates().stream()
                        .map(
                                gate ->
                                        new GateJson(
                                                gate.code().text(),
                                                gate.title().in(reader),
                                                gate.after().stream()
                                                        .map(code -> code.text())
                                                        .sorted()
                                                        .toList(),
                                                in(gate.promise(), reader)))
                        .toList(),
                business.sections().stream()
                        .flatMap(
                                section ->
                                        section.fields().stream()
                                                .map(it -> json(section.code(), it, reader)))
                        .toList(),
                business.papers().stream().map(paper -> json(paper, reader)).toList());
    }

    private static FieldJson json(String section, FormField field, Locale reader) {
        return new FieldJson(
                field.name(),
                section,
                field.type().name(),
                field.label().in(reader),
                in(field.help(), reader),
                field.type().personal(),
                switch (field.obligation()) {
                    case Obligation.Always _ -> "ALWAYS";
                    case Obligation.Optional _ -> "OPTIONAL";
                    case Obligation.When _ -> "WHEN";
                },
                field.obligation() instanceof Obligation.When(var condition)
                        ? condition.field()
                        : null,
                field.obligation() instanceof Obligation.When(var condition)
                        ? condition.anyOf().stream().sorted().toList()
                        : List.of(),
                field.options().stream()
                        .map(it -> new OptionJson(it.value(), it.label().in(reader)))
                        .toList());
    }

    private static PaperJson json(PaperRequirement paper, Locale reader) {
        return new PaperJson(
                paper.code(),
                paper.title().in(reader),
                in(paper.help(), reader),
                paper.formats().stream().sorted().toList(),
                paper.maxBytes(),
                paper.stamp().name());
    }

    private static @Nullable String in(@Nullable Words words, Locale reader) {
        return words == null ? null : words.in(reader);
    }
}
