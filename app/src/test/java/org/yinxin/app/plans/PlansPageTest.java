package org.yinxin.app.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.reading.PlanFault;
import org.yinxin.hall.catalogue.reading.PlanReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever follows docs/plans.md arrives: its walk through makes a plan, and no key is left out. */
class PlansPageTest {

    private static final Path PAGE = Path.of("../docs/plans.md");
    private static final Path SCHEMA = Path.of("../plans/plan.schema.json");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir Path folder;

    @Test
    void the_blocks_of_the_walk_through_are_a_tenth_system() throws IOException {
        String page = Files.readString(PAGE);
        String walk = page.substring(page.indexOf("\n## A tenth system"));
        String yaml =
                BLOCK.matcher(walk)
                        .results()
                        .map(block -> block.group(1))
                        .collect(Collectors.joining());

        Plan plan = sound(Files.writeString(folder.resolve("tenth.yaml"), yaml));

        assertThat(page).contains("plans/" + plan.code() + ".yaml");
        assertThat(plan.businesses())
                .extracting(BusinessPlan::code)
                .extracting(Object::toString)
                .containsExactly("NEW", "RENEW", "UNLOCK");
        assertThat(PlanShelf.packaged())
                .isNotEmpty()
                .noneMatch(
                        reading ->
                                reading instanceof PlanReading.Sound(Plan other)
                                        && other.code().equals(plan.code()));
    }

    @Test
    void every_key_is_explained() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> keys = new TreeSet<>();
        collect(JsonMapper.shared().readTree(SCHEMA), keys);

        assertThat(keys).contains("plan", "skip-when", "workingDays");
        assertThat(keys)
                .allSatisfy(
                        key ->
                                assertThat(page)
                                        .containsPattern("`(\\{)?" + Pattern.quote(key) + "(`|:)"));
    }

    private static void collect(JsonNode schema, Set<String> keys) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            keys.add(property.getKey());
        }
        schema.values().forEach(child -> collect(child, keys));
    }

    private static Plan sound(Path file) {
        return switch (PlanShelf.read(file)) {
            case PlanReading.Sound(Plan plan) -> plan;
            case PlanReading.Faulty(List<PlanFault> faults) ->
                    throw new AssertionError(faults.toString());
        };
    }
}
