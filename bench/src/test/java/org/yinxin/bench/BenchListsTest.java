package org.yinxin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it over a few rows; how long it takes is not asked here. */
class BenchListsTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private BenchLists bench() {
        return new BenchLists(
                new PrintStream(told, true, StandardCharsets.UTF_8),
                new BenchLists.Rounds(1, 1, 2));
    }

    @Test
    void asks_each_list_as_page_and_as_call_and_says_which_ones_are_over(@TempDir Path data) {
        // An answer of another status than 200, or without rows where there are some, would end it.
        boolean content = bench().run(new Words(800, 2, data, 2, 0.001, ""));
        assertThat(content).isFalse();
        List<String> lines = told.toString(StandardCharsets.UTF_8).lines().toList();
        for (String name :
                List.of(
                        "queue: waiting",
                        "queue: decided, 5th page",
                        "queue: by a character of none",
                        "at a gate, of a rare plan",
                        "search: mobile",
                        "search: what is not there",
                        "dashboard",
                        "productions",
                        "deliveries",
                        "vouchers",
                        "payments",
                        "audit",
                        "ledger: by name",
                        "my applications",
                        "my certificates",
                        "inbox")) {
            for (String face : List.of("page", "API")) {
                assertThat(lines).anyMatch(line -> line.matches(name + " +" + face + " .*OVER"));
            }
        }
        assertThat(lines)
                .noneMatch(line -> line.endsWith("OK"))
                .anyMatch(line -> line.startsWith("400 applications: written in "))
                .anyMatch(line -> line.startsWith("800 applications: written in "))
                .anyMatch(line -> line.startsWith("0 of "));
        told.reset();
        bench().run(new Words(800, 2, data, 2, 10_000, "inbox"));
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("800 applications: found again in ", "inbox")
                .doesNotContain("queue: waiting");
        assertThatThrownBy(() -> bench().run(new Words(500, 2, data, 2, 10_000, "inbox")))
                .isInstanceOf(Misuse.class);
    }
}
