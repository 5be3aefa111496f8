package org.yinxin.hall.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
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
            @Schema(description = "what it does, whatever the plan calls it", example = "RENEW")
                    String kind,
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
            @Schema(description = "the gate that asks for it") String gate,
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
            @Schema(description = "the gate that asks for it") String gate,
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
                business.kind().name(),
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
                business.gates().stream().flatMap(gate -> fields(gate, reader)).toList(),
                business.gates().stream().flatMap(gate -> papers(gate, reader)).toList());
    }

    private static Stream<FieldJson> fields(GatePlan gate, Locale reader) {
        return gate.settings() instanceof GateSettings.Form(var sections)
                ? sections.stream()
                        .flatMap(
                                section ->
                                        section.fields().stream()
                                                .map(it -> json(gate, section.code(), it, reader)))
                : Stream.empty();
    }

    private static Stream<PaperJson> papers(GatePlan gate, Locale reader) {
        return gate.settings() instanceof GateSettings.Papers(var papers)
                ? papers.stream().map(paper -> json(gate, paper, reader))
                : Stream.empty();
    }

    private static FieldJson json(GatePlan gate, String section, FormField field, Locale reader) {
        return new FieldJson(
                field.name(),
                section,
                gate.code().text(),
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

    private static PaperJson json(GatePlan gate, PaperRequirement paper, Locale reader) {
        return new PaperJson(
                paper.code(),
                gate.code().text(),
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
