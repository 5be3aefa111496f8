package org.yinxin.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuanceOutcome.Issued;
import org.yinxin.bench.faults.Told.Serials;
import org.yinxin.bench.site.DurableAuthority;
import org.yinxin.pki.key.KeyAlgorithm;

class BenchFaultsTest {

    /** The tenth death is the database's. */
    @Test
    void whoever_dies_leaves_nothing_by_halves() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean sound =
                new BenchFaults(new PrintStream(out, true, StandardCharsets.UTF_8))
                        .run(new FaultsWords(10, 2));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("10 kills, 1 of them of the database")
                .containsPattern("[1-9][0-9,]* pairs were answered")
                .contains("0 things are wrong.");
        assertThat(sound).isTrue();
    }

    @Test
    void what_is_wrong_is_found(@TempDir Path folder) {
        try (DurableAuthority site = DurableAuthority.make(folder, KeyAlgorithm.SM2)) {
            Draw draw = Draw.from(site);
            UUID order = UUID.randomUUID();
            IssuanceOutcome outcome = site.issuance().issuePair().issue(draw.order(order));
            assertThat(outcome).isInstanceOf(Issued.class);
            Told lie = new Told();
            lie.read(Told.issued(order, new Serials("1234", "5678")));
            assertThat(new Aftermath(site).look(draw, lie))
                    .containsExactly("order %s was answered with another pair".formatted(order));
            site.jdbc().sql("UPDATE issuance_intent SET state = 'SWEPT'").update();
            assertThat(new Aftermath(site).look(draw, new Told()))
                    .contains("2 certificates of attempts that did not end well");
        }
    }

    @Test
    void what_was_cut_off_in_the_middle_of_a_line_is_not_taken_for_an_answer() {
        UUID order = UUID.randomUUID();
        String line = Told.issued(order, new Serials("1234", "5678"));
        Told told = new Told();
        told.read(Told.asked(order));
        told.read(line.substring(0, line.length() - 1));
        told.read(line.substring(0, line.length() - 4));
        assertThat(told.unanswered()).containsExactly(order);
        told.read(line);
        assertThat(told.unanswered()).isEmpty();
        assertThat(told.issued()).containsEntry(order, new Serials("1234", "5678"));
    }

    @Test
    void a_command_line_is_read() {
        assertThat(FaultsWords.read(List.of())).isEqualTo(new FaultsWords(200, 4));
        assertThat(FaultsWords.read(List.of("--clients", "3", "--kills", "7")))
                .isEqualTo(new FaultsWords(7, 3));
    }
}
