package org.yinxin.hall;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the businesses: who may know whom. */
class ModularityTest {

    private static final ApplicationModules MODULES =
            ApplicationModules.of("org.yinxin.hall", new ImportOption.DoNotIncludeTests());

    @Test
    void every_package_uses_only_what_it_states() {
        MODULES.verify();
    }

    @Test
    void nobody_knows_the_application() {
        assertThat(MODULES.stream())
                .filteredOn(module -> !module.getIdentifier().toString().equals("application"))
                .allSatisfy(
                        module ->
                                assertThat(
                                                module.getDirectDependencies(MODULES)
                                                        .contains("application"))
                                        .as(module.getIdentifier().toString())
                                        .isFalse());
    }
}
