package org.yinxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yinxin.bench.asking.Figures;
import org.yinxin.bench.asking.Lists.Taken;

class ReportTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void is_content_within_the_limit_and_the_ratio() {
        assertThat(judged(10, 15)).isTrue();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("OK")
                .doesNotContain("OVER")
                .contains("1 of 1 lists keep within 50.0 ms and 1.5 times");
    }

    @Test
    void is_not_content_with_more_than_the_limit() {
        assertThat(judged(49, 50)).isFalse();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("OVER").contains("0 of 1");
    }

    @Test
    void is_not_content_with_more_than_the_ratio() {
        assertThat(judged(10, 15.1)).isFalse();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("OVER");
    }

    private boolean judged(double few, double all) {
        return new Report(new PrintStream(told, true, StandardCharsets.UTF_8), 50)
                .print(10, taken(few), 20, taken(all));
    }

    private static List<Taken> taken(double p99) {
        return List.of(new Taken("queue", "page", new Figures(1, p99, 100, 2)));
    }
}
