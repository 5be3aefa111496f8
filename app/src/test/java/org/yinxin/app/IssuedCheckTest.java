package org.yinxin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.app.ca.IssuedCheck;
import org.yinxin.app.walk.Walk;
import org.yinxin.app.walk.Walk.HallAddress;
import org.yinxin.authority.check.CheckIssued;
import org.yinxin.hall.application.CheckApproval;

/** What {@code ./yinxin ca check} says of a hall in which one application came to its certificates. */
class IssuedCheckTest {

    private static RunningHall hall;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void start(@TempDir Path out) {
        hall = StartHall.throwAway();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Walk walk =
                new Walk(
                        new HallAddress(hall.address(), hall.keyAgent(), hall.data().accounts()),
                        new PrintStream(told, true, StandardCharsets.UTF_8),
                        new SecureRandom());
        assertThat(walk.arrives("neimeng", null, out))
                .as(told.toString(StandardCharsets.UTF_8))
                .isTrue();
    }

    @AfterAll
    static void stop() {
        hall.close();
    }

    private boolean finds() {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new IssuedCheck(hall.part(CheckIssued.class), hall.part(CheckApproval.class), out)
                .finds(LocalDate.of(2020, 1, 1), null);
    }

    @BeforeEach
    void is_sound() {
        assertThat(finds()).as(said.toString(StandardCharsets.UTF_8)).isTrue();
        // Two authorities, a pair, and whom the jobs have certified meanwhile.
        assertThat(said.toString(StandardCharsets.UTF_8))
                .matches("[4-9] certificates looked at; objections to 0\\.\\R");
        said.reset();
    }

    /** Changes something of the hall by hand, looks, and puts it back. */
    private void objectsTo(String change, String back, String sentence) {
        JdbcClient jdbc = hall.part(JdbcClient.class);
        assertThat(jdbc.sql(change).update()).isPositive();
        try {
            assertThat(finds()).isFalse();
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains(sentence)
                    .containsPattern("[4-9] certificates looked at; objections to 1\\.\\R$");
        } finally {
            jdbc.sql(back).update();
        }
    }

    @Test
    void an_approval_that_is_missing() {
        objectsTo(
                "UPDATE application_gate SET evidence = 'x' || evidence WHERE gate = 'REVIEW'",
                "UPDATE application_gate SET evidence = substr(evidence, 2) WHERE gate = 'REVIEW'",
                ": has no approval (case ");
    }

    @Test
    void a_subject_that_was_not_approved() {
        objectsTo(
                "UPDATE issuance SET organisation = 'x' || organisation",
                "UPDATE issuance SET organisation = substr(organisation, 2)",
                ": was ordered for another subject than was approved (case ");
    }

    @Test
    void a_time_that_was_not_ordered() {
        objectsTo(
                "UPDATE issuance SET not_after = not_after - interval '1 day'",
                "UPDATE issuance SET not_after = not_after + interval '1 day'",
                ": is valid for another time than was ordered (case ");
    }

    @Test
    void an_order_of_no_case() {
        objectsTo(
                "UPDATE issuance SET id = '00000000-0000-0000-0000-000000000001'",
                "UPDATE issuance SET id = (SELECT issuance_order FROM application WHERE number = case_number)",
                ": was ordered by no case of the hall");
    }

    @Test
    void an_order_beside_its_case() {
        objectsTo(
                "UPDATE application SET issuance_order = '00000000-0000-0000-0000-000000000001'",
                "UPDATE application SET issuance_order = (SELECT id FROM issuance WHERE case_number = number)",
                ": was ordered beside the case that it names (case ");
    }
}
