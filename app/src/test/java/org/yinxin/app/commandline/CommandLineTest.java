package org.yinxin.app.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.app.commandline.Command.Ca;
import org.yinxin.app.commandline.Command.Ca.Claimant;
import org.yinxin.app.commandline.Command.Demo;
import org.yinxin.app.commandline.Command.OutsideDatabase;
import org.yinxin.app.commandline.Command.Plans;
import org.yinxin.app.commandline.Command.Profiles;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.app.commandline.Command.Status;
import org.yinxin.app.commandline.CommandLine.Reading;
import org.yinxin.app.commandline.CommandLine.Reading.Misused;
import org.yinxin.app.commandline.CommandLine.Reading.Understood;
import org.yinxin.authority.custodian.CustodianDuty;

class CommandLineTest {

    private static Reading read(String line) {
        return CommandLine.read(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    @Test
    void serve_alone_is_a_demonstration_on_port_8080_for_this_computer_only() {
        assertThat(read("serve"))
                .isEqualTo(
                        new Understood(
                                new Serve(8080, "127.0.0.1", Path.of("data"), null, null, 0)));
    }

    @Test
    void serve_takes_every_option_in_either_spelling() {
        assertThat(
                        read(
                                "serve --port=0 --address 0.0.0.0 --data /srv/hall"
                                        + " --database jdbc:postgresql://db/yinxin --database-user hall"
                                        + " --database-password-file /etc/p --production hall.yaml"))
                .isEqualTo(
                        new Understood(
                                new Serve(
                                        0,
                                        "0.0.0.0",
                                        Path.of("/srv/hall"),
                                        new OutsideDatabase(
                                                "jdbc:postgresql://db/yinxin",
                                                "hall",
                                                Path.of("/etc/p")),
                                        Path.of("hall.yaml"),
                                        0)));
    }

    private static final OutsideDatabase DATABASE =
            new OutsideDatabase("jdbc:postgresql://db/yinxin", "reader", Path.of("/etc/p"));

    private static final String NAMED =
            " --database jdbc:postgresql://db/yinxin --database-user reader"
                    + " --database-password-file /etc/p";

    @Test
    void status_wants_a_database_and_has_a_port_and_keys_of_its_own() {
        assertThat(read("status" + NAMED))
                .isEqualTo(
                        new Understood(
                                new Status(
                                        8090,
                                        "127.0.0.1",
                                        DATABASE,
                                        Path.of("data/keys/responders"),
                                        false)));
        assertThat(read("status" + NAMED + " --port 0 --address ::1 --keys /k --ahead"))
                .isEqualTo(new Understood(new Status(0, "::1", DATABASE, Path.of("/k"), true)));
        assertThat(read("status --ahead"))
                .isInstanceOfSatisfying(
                        Misused.class,
                        misused ->
                                assertThat(misused.toString()).contains("status wants --database"));
        assertThat(read("status" + NAMED + " --data d")).isInstanceOf(Misused.class);
    }

    @Test
    void a_demonstration_may_run_some_days_ahead() {
        assertThat(read("serve --days-ahead 275"))
                .isEqualTo(
                        new Understood(
                                new Serve(8080, "127.0.0.1", Path.of("data"), null, null, 275)));
    }

    @Test
    void demo_takes_the_first_plan_unless_one_is_named() {
        assertThat(read("demo"))
                .isEqualTo(new Understood(new Demo(null, null, Path.of("issued"), false)));
        assertThat(read("demo --plan p --business NEW --out /tmp/o --keep"))
                .isEqualTo(new Understood(new Demo("p", "NEW", Path.of("/tmp/o"), true)));
    }

    @Test
    void agent_keeps_its_own_arguments() {
        assertThat(read("agent --port 1"))
                .isEqualTo(new Understood(new Command.Agent(List.of("--port", "1"))));
    }

    @Test
    void what_was_issued_is_checked_on_some_days_or_all() {
        Command.Serve here = new Command.Serve(0, "127.0.0.1", Path.of("data"), null, null, 0);
        assertThat(read("ca check"))
                .isEqualTo(new Understood(new Command.Ca.Check(here, null, null)));
        Command.Serve there =
                new Command.Serve(0, "127.0.0.1", Path.of("/d"), null, Path.of("c"), 0);
        assertThat(read("ca check --data /d --production c --from 2026-11-01 --until 2026-11-01"))
                .isEqualTo(
                        new Understood(
                                new Command.Ca.Check(
                                        there,
                                        LocalDate.of(2026, 11, 1),
                                        LocalDate.of(2026, 11, 1))));
        assertThat(read("ca")).isEqualTo(new Understood(new Command.Help()));
    }

    @Test
    void machines_are_registered_listed_and_closed() {
        Command.Serve here = new Command.Serve(0, "127.0.0.1", Path.of("data"), null, null, 0);
        assertThat(read("ca machine add --authority demo --name gate-7 --subject C=CN,O=a,CN=b"))
                .isEqualTo(
                        new Understood(
                                new Command.Ca.Machines.Add(
                                        here,
                                        "demo",
                                        "gate-7",
                                        "C=CN,O=a,CN=b",
                                        false,
                                        null,
                                        List.of(),
                                        90,
                                        10,
                                        null)));
        assertThat(
                        read(
                                "ca machine add --authority demo --name g --subject s --host a.example,b.example"
                                        + " --days 30 --certificates 2 --until 2027-01-31 --data /d"))
                .isEqualTo(
                        new Understood(
                                new Command.Ca.Machines.Add(
                                        new Command.Serve(
                                                0, "127.0.0.1", Path.of("/d"), null, null, 0),
                                        "demo",
                                        "g",
                                        "s",
                                        false,
                                        null,
                                        List.of("a.example", "b.example"),
                                        30,
                                        2,
                                        LocalDate.of(2027, 1, 31))));
        assertThat(read("ca machine list"))
                .isEqualTo(new Understood(new Command.Ca.Machines.ListAll(here)));
        assertThat(read("ca machine close --name gate-7"))
                .isEqualTo(new Understood(new Command.Ca.Machines.Close(here, "gate-7")));
        assertThat(read("ca machine")).isEqualTo(new Understood(new Command.Help()));
    }

    @Test
    void ceremonies_take_two_custodians_with_or_without_files() {
        Command.Serve here = new Command.Serve(0, "127.0.0.1", Path.of("data"), null, null, 0);
        List<Claimant> two =
                List.of(new Claimant("jia", null), new Claimant("yi", Path.of("/s/yi")));
        String custodians = " --custodian jia --custodian=yi=/s/yi";
        assertThat(read("ca custodian add --name jia"))
                .isEqualTo(
                        new Understood(
                                new Ca.Custodians.Add(
                                        here, "jia", CustodianDuty.AUTHORITIES, List.of())));
        assertThat(read("ca custodian add --name bing" + custodians))
                .isEqualTo(
                        new Understood(
                                new Ca.Custodians.Add(
                                        here, "bing", CustodianDuty.AUTHORITIES, two)));
        assertThat(read("ca custodian add --name wu --duty keys"))
                .isEqualTo(
                        new Understood(
                                new Ca.Custodians.Add(here, "wu", CustodianDuty.KEYS, List.of())));
        assertThat(read("ca custodian list"))
                .isEqualTo(new Understood(new Ca.Custodians.ListAll(here)));
        assertThat(read("ca custodian close --name bing" + custodians))
                .isEqualTo(new Understood(new Ca.Custodians.Close(here, "bing", two)));
        assertThat(read("ca hierarchy create --definition /d/f" + custodians))
                .isEqualTo(new Understood(new Ca.Hierarchy.Create(here, Path.of("/d/f"), two)));
        assertThat(read("ca hierarchy list"))
                .isEqualTo(new Understood(new Ca.Hierarchy.ListAll(here)));
        assertThat(read("ca hierarchy roll --authority a" + custodians))
                .isEqualTo(new Understood(new Ca.Hierarchy.Roll(here, "a", two)));
        assertThat(read("ca hierarchy retire --authority a --reason over" + custodians))
                .isEqualTo(new Understood(new Ca.Hierarchy.Retire(here, "a", "over", two)));
        assertThat(read("ca custodian")).isEqualTo(new Understood(new Command.Help()));
        assertThat(read("ca hierarchy")).isEqualTo(new Understood(new Command.Help()));
    }

    @Test
    void plans_are_checked_listed_shown_and_compared() {
        assertThat(read("plans check a.yaml b.yaml"))
                .isEqualTo(
                        new Understood(
                                new Plans.Check(List.of(Path.of("a.yaml"), Path.of("b.yaml")))));
        assertThat(read("plans list")).isEqualTo(new Understood(new Plans.ListAll()));
        assertThat(read("plans show a")).isEqualTo(new Understood(new Plans.Show("a", null)));
        assertThat(read("plans show --svg a.svg a"))
                .isEqualTo(read("plans show a --svg=a.svg"))
                .isEqualTo(new Understood(new Plans.Show("a", Path.of("a.svg"))));
        assertThat(read("plans diff a b.yaml"))
                .isEqualTo(new Understood(new Plans.Diff("a", "b.yaml")));
    }

    @Test
    void reads_what_is_asked_about_certificate_profiles() {
        assertThat(read("ca profile check a.yaml b.yaml"))
                .isEqualTo(
                        new Understood(
                                new Profiles.Check(List.of(Path.of("a.yaml"), Path.of("b.yaml")))));
        assertThat(read("ca profile list")).isEqualTo(new Understood(new Profiles.ListAll(null)));
        assertThat(read("ca profile list --folder d"))
                .isEqualTo(new Understood(new Profiles.ListAll(Path.of("d"))));
        assertThat(read("ca profile show a --folder=d"))
                .isEqualTo(new Understood(new Profiles.Show("a", Path.of("d"))));
        assertThat(read("ca profile")).isEqualTo(new Understood(new Command.Help()));
    }

    @ParameterizedTest
    @CsvSource({"''", "help", "--help", "-h", "serve --help", "demo --help", "plans"})
    void says_what_can_be_asked_for(String line) {
        assertThat(read(line)).isEqualTo(new Understood(new Command.Help()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fly | There is no verb fly",
                "ca machine paint | ca machine does not know paint; it knows add, list and close",
                "ca machine add --name a --subject s | ca machine add wants --authority",
                "ca machine add --authority a --subject s | ca machine add wants --name",
                "ca machine add --authority a --name b | ca machine add wants --subject",
                "ca machine add --authority a --name b --subject s --days x | --days wants a number from 1 to 3660, not x",
                "ca machine add --authority a --name b --subject s --organisation --host h | --host is for devices",
                "ca machine close | ca machine close wants --name",
                "ca custodian open | ca custodian does not know open; it knows add, list and close",
                "ca custodian add | ca custodian add wants --name",
                "ca custodian add --name a --custodian b | ca custodian add wants --custodian twice",
                "ca custodian close --name a | ca custodian close wants --custodian twice",
                "ca hierarchy burn | ca hierarchy does not know burn; it knows create, list, roll and retire",
                "ca hierarchy create --custodian a --custodian b | ca hierarchy create wants --definition",
                "ca hierarchy roll --custodian a --custodian b | ca hierarchy roll wants --authority",
                "ca hierarchy roll --authority a --custodian b | ca hierarchy roll wants --custodian twice",
                "ca hierarchy roll --authority a --custodian b --custodian c --custodian d | wants --custodian twice",
                "ca hierarchy roll --authority a --custodian | --custodian wants a value",
                "ca hierarchy retire --authority a --custodian b --custodian c | ca hierarchy retire wants --reason",
                "ca hierarchy list --custodian a | ca hierarchy list does not know --custodian",
                "serve --prot 1 | serve does not know --prot",
                "serve extra | serve does not know extra",
                "serve --port | --port wants a value",
                "serve --port --data | --port wants a value",
                "serve --port 99999 | from 0 to 65535, not 99999",
                "serve --port x | from 0 to 65535, not x",
                "serve --port 1 --port 2 | --port is given twice",
                "serve --days-ahead | --days-ahead wants a value",
                "serve --days-ahead -1 | from 0 to 3650, not -1",
                "serve --days-ahead 3651 | from 0 to 3650, not 3651",
                "serve --days-ahead 1.5 | from 0 to 3650, not 1.5",
                "serve --production c --days-ahead 1 | a real hall (--production) keeps the time",
                "serve --days-ahead=0 --production=c | a real hall (--production) keeps the time",
                "serve --database jdbc:postgresql:x | belong together",
                "serve --database-user x | belong together",
                "serve --database jdbc:h2:x --database-user u --database-password-file f | jdbc:postgresql://host/name",
                "demo --keep=yes | demo does not know --keep=yes",
                "plans fly | plans does not know fly",
                "plans check | plans check wants one file or more",
                "plans check --all | plans check does not know --all",
                "plans list a | plans list does not know a",
                "plans show | plans show wants one plan",
                "plans show a b | plans show wants one plan",
                "plans show a --svg | --svg wants a value",
                "plans diff a | plans diff wants two plans",
                "plans diff a b c | plans diff wants two plans, not 3",
                "ca fly | ca does not know fly",
                "ca profile fly | ca profile does not know fly; it knows check, list and show",
                "ca profile check | ca profile check wants one file or more",
                "ca profile check --all | ca profile check does not know --all",
                "ca profile list a | ca profile list does not know a",
                "ca profile show | ca profile show wants the name of a profile",
                "ca profile show a b | ca profile show does not know b",
                "ca profile show a --folder | --folder wants a value",
                "ca check --port 1 | ca check does not know --port",
                "ca check --from yesterday | --from wants a day like 2026-11-01, not yesterday",
                "ca check --until 2026-02-30 | --until wants a day like 2026-11-01, not 2026-02-30",
                "ca check --from 2026-11-02 --until 2026-11-01 | --until is before --from",
                "ca check --database-user x | belong together",
                "prepare --in x | prepare does not know --in",
                "rehearse --x | rehearse does not know --x"
            })
    void refuses_in_a_sentence_what_it_does_not_understand(String line, String sentence) {
        assertThat(read(line))
                .isInstanceOfSatisfying(
                        Misused.class,
                        misused -> assertThat(misused.sentence()).contains(sentence));
    }
}
