package org.yinxin.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.catalogue.PlanFiles.PlanFile;
import org.yinxin.hall.testing.TestHall;

class ReleasePlansTest {

    private static final String YAML =
            new PackagedPlanFiles()
                    .all().stream()
                            .filter(file -> file.name().endsWith("xinghe.yaml"))
                            .findFirst()
                            .orElseThrow()
                            .yaml();

    private final TestHall hall =
            TestHall.of(
                    List.of("catalogue"),
                    GivenFiles.class,
                    PlanVersions.class,
                    ReleasePlans.class,
                    JdbcCatalogue.class);
    private final GivenFiles files = hall.get(GivenFiles.class);
    private final ReleasePlans release = hall.get(ReleasePlans.class);
    private final Catalogue catalogue = hall.get(Catalogue.class);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void releases_a_plan_once() {
        files.given = List.of(new PlanFile("a.yaml", YAML));
        assertThat(release.release()).isEqualTo(1);
        assertThat(release.release()).isZero();
        assertThat(catalogue.live()).singleElement().extracting(Plan::version).isEqualTo(1);
    }

    @Test
    void makes_a_changed_file_a_new_version_and_keeps_the_old_one_readable() {
        files.given = List.of(new PlanFile("a.yaml", YAML));
        release.release();
        files.given = List.of(new PlanFile("a.yaml", YAML.replace("200.00", "300.00")));
        assertThat(release.release()).isEqualTo(1);

        Plan live = catalogue.live().getFirst();
        assertThat(live.version()).isEqualTo(2);
        assertThat(live.businesses().getFirst().total(1, Map.of())).hasToString("380.00");
        Plan first = catalogue.version(live.code(), 1);
        assertThat(first.businesses().getFirst().total(1, Map.of())).hasToString("280.00");
    }

    @Test
    void makes_a_file_that_went_back_a_new_version_too() {
        files.given = List.of(new PlanFile("a.yaml", YAML));
        release.release();
        files.given = List.of(new PlanFile("a.yaml", YAML + "\n# changed\n"));
        release.release();
        files.given = List.of(new PlanFile("a.yaml", YAML));
        release.release();
        assertThat(catalogue.live().getFirst().version()).isEqualTo(3);
    }

    @Test
    void releases_nothing_when_any_file_is_faulty_and_names_every_fault() {
        files.given =
                List.of(
                        new PlanFile("plans/good.yaml", YAML),
                        new PlanFile("plans/bad.yaml", YAML.replace("kind: UNIT", "kind: HOUSE")),
                        new PlanFile("plans/worse.yaml", "- no plan"));
        assertThatThrownBy(release::release)
                .isInstanceOf(FaultyPlansException.class)
                .hasMessageContaining("plans/bad.yaml:")
                .hasMessageContaining("plans/worse.yaml:1:");
        assertThat(catalogue.live()).isEmpty();
    }

    @Test
    void knows_no_version_that_was_never_released() {
        assertThatThrownBy(() -> catalogue.version(new PlanCode("nowhere"), 1))
                .hasMessageContaining("no plan nowhere version 1");
        assertThat(catalogue.live(new PlanCode("nowhere"))).isEmpty();
    }

    /** Files of the test's choice. */
    static final class GivenFiles implements PlanFiles {
        List<PlanFile> given = List.of();

        @Override
        public List<PlanFile> all() {
            return given;
        }
    }
}
