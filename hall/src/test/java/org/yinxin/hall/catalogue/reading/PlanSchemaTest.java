package org.yinxin.hall.catalogue.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinxin.hall.catalogue.BusinessKind;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.catalogue.Fact;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.catalogue.Product;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors use knows exactly what the reader knows. */
class PlanSchemaTest {

    private static final JsonNode SCHEMA =
            JsonMapper.shared().readTree(Path.of("../plans/plan.schema.json"));

    /** What gates of all kinds have. */
    private static final Set<String> COMMON = Set.of("title", "promise", "mode", "words");

    @Test
    void knows_exactly_the_keys_that_the_reader_knows() throws IOException {
        Map<String, Set<String>> written = new TreeMap<>();
        describe("plan", SCHEMA, written);

        assertThat(written).containsExactlyInAnyOrderEntriesOf(asked());
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of("productKind", names(Product.Kind.values())),
                Arguments.of("businessKind", names(BusinessKind.values())),
                Arguments.of("channel", names(BusinessPlan.Channel.values())),
                Arguments.of("fieldType", names(FieldType.values())),
                Arguments.of("stamp", names(PaperRequirement.Stamp.values())),
                Arguments.of("format", Vocabulary.PAPER_FORMATS),
                Arguments.of("payChannel", Vocabulary.PAYMENT_CHANNELS),
                Arguments.of("maker", names(GateSettings.Maker.values())),
                Arguments.of("party", names(GateSettings.Party.values())),
                Arguments.of("method", names(IdentityMethod.values())),
                Arguments.of("way", names(GateSettings.Way.values())),
                Arguments.of("unlockMode", names(GateSettings.UnlockMode.values())),
                Arguments.of("deed", names(Deed.values())),
                Arguments.of("phase", names(CertificateRule.Phase.values())),
                Arguments.of("validity", names(CertificateRule.Validity.values())),
                Arguments.of("end", names(CertificateRule.End.values())),
                Arguments.of(
                        "fact",
                        Arrays.stream(Fact.values()).map(Fact::key).collect(Collectors.toSet())));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void offers_exactly_the_values_that_the_reader_takes(String definition, Set<String> values) {
        assertThat(
                        SCHEMA.at("/$defs/" + definition + "/enum").values().stream()
                                .map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(values);
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    /** What the reader asked for in plans that use all of the language, by the kind of place. */
    private static Map<String, Set<String>> asked() throws IOException {
        Map<String, Set<String>> asked = new TreeMap<>();
        for (Path file : plans()) {
            Findings findings = new Findings(file.toString());
            assertThat(PlanReader.read(Files.readString(file), findings))
                    .isInstanceOf(PlanReading.Sound.class);
            Map<String, String> kinds =
                    findings.asked().stream()
                            .filter(each -> each.path().matches("[^.]+\\.[^.]+\\.gates\\[[^.]+"))
                            .collect(Collectors.toMap(Findings.Asked::path, Findings.Asked::kind));
            for (Findings.Asked each : findings.asked()) {
                asked.computeIfAbsent(shape(each.path(), kinds), any -> new TreeSet<>())
                        .addAll(each.keys());
            }
        }
        return asked;
    }

    // The names of items do not matter, but the kind of a gate does, except in what all gates have.
    private static String shape(String path, Map<String, String> kinds) {
        String shape = path;
        for (Map.Entry<String, String> gate : kinds.entrySet()) {
            if (path.equals(gate.getKey()) || path.startsWith(gate.getKey() + ".")) {
                shape = gate(gate.getValue(), path.substring(gate.getKey().length()));
            }
        }
        return shape.replaceAll("\\[[^\\]]*\\]", "");
    }

    private static String gate(String kind, String rest) {
        boolean common = COMMON.stream().anyMatch(key -> (rest + ".").startsWith("." + key + "."));
        return "plan.businesses.gates" + (common ? "" : "-" + kind) + rest;
    }

    private static List<Path> plans() throws IOException {
        List<Path> plans = new ArrayList<>();
        for (String folder : List.of("src/test/resources/plans/good", "../plans")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".yaml")).forEach(plans::add);
            }
        }
        return plans;
    }

    private static void describe(String path, JsonNode node, Map<String, Set<String>> into) {
        JsonNode schema = resolved(node);
        if (schema.has("items")) {
            describe(path, schema.get("items"), into);
        }
        for (JsonNode branch : schema.path("anyOf").values()) {
            String kind = resolved(branch).at("/properties/kind/const").asString("");
            describe(kind.isEmpty() ? path : path + "-" + kind, branch, into);
        }
        if (schema.has("properties")) {
            Set<String> keys = into.computeIfAbsent(path, any -> new TreeSet<>());
            for (Map.Entry<String, JsonNode> property : schema.get("properties").properties()) {
                keys.add(property.getKey());
                boolean common =
                        path.matches(".*\\.gates-[a-z-]+") && COMMON.contains(property.getKey());
                String at = common ? "plan.businesses.gates" : path;
                describe(at + "." + property.getKey(), property.getValue(), into);
            }
        }
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : SCHEMA.at(reference.substring(1));
    }
}
