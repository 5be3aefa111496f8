package org.yinxin.app.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.app.commandline.Command.Ca.Claimant;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.app.commandline.CommandLine.Reading;
import org.yinxin.app.commandline.CommandLine.Reading.Misused;
import org.yinxin.app.commandline.CommandLine.Reading.Understood;
import org.yinxin.app.commandline.CustodyCommand.Act;
import org.yinxin.app.commandline.CustodyCommand.Form;
import org.yinxin.pki.certificate.SerialNumber;

class CustodyCommandLineTest {

    private static final UUID ID = UUID.fromString("0b7d5c1e-2f64-4c0a-9a53-6d1f0e8b7a42");
    private static final Serve HERE = new Serve(0, "127.0.0.1", Path.of("data"), null, null, 0);
    private static final Claimant WU = new Claimant("wu", null);

    private static Reading read(String line) {
        return CommandLine.read(List.of(line.split(" ")));
    }

    private static void understood(String line, CustodyCommand command) {
        assertThat(read(line)).isEqualTo(new Understood(command));
    }

    @Test
    void keys_are_found_and_their_life_is_told() {
        understood(
                "custody find --serial 4A0b",
                new CustodyCommand.FindBySerial(HERE, SerialNumber.ofHex("4a0b")));
        understood(
                "custody find --identity 91150100MA0T0045X0 --data data",
                new CustodyCommand.FindByCode(HERE, "91150100MA0T0045X0"));
        understood("custody history --key " + ID, new CustodyCommand.History(HERE, ID));
    }

    @Test
    void keys_are_asked_for_approved_given_and_listed() {
        understood(
                "custody recovery ask --key %s --serial 4a --reason lost --custodian wu"
                        .formatted(ID),
                new CustodyCommand.AskRecovery(HERE, ID, SerialNumber.ofHex("4a"), "lost", WU));
        understood(
                "custody export ask --key %s --recipient /r --authority court --document 12 --custodian wu=/s"
                        .formatted(ID),
                new CustodyCommand.AskExport(
                        HERE, ID, Path.of("/r"), "court", "12", new Claimant("wu", Path.of("/s"))));
        understood(
                "custody recovery approve --request %s --custodian wu".formatted(ID),
                new CustodyCommand.Approve(HERE, Act.RECOVERY, ID, WU));
        understood(
                "custody export give --request %s --form skf-64 --out /o --custodian wu"
                        .formatted(ID),
                new CustodyCommand.Give(HERE, Act.EXPORT, ID, Form.SKF_64, Path.of("/o"), WU));
        understood("custody export list", new CustodyCommand.ListOpen(HERE, Act.EXPORT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"custody", "custody --help", "custody recovery", "custody export"})
    void says_what_can_be_asked_for(String line) {
        assertThat(read(line)).isEqualTo(new Understood(new Command.Help()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "custody burn | custody does not know burn; it knows find, history, recovery and export",
                "custody find | custody find wants --serial or --identity",
                "custody find --serial 4a --identity x | one of the two",
                "custody find --serial xyz | --serial wants the serial of a certificate in hexadecimal digits, not xyz",
                "custody find --serial 0 | hexadecimal digits, not 0",
                "custody find --serial 4a --custodian wu | custody find does not know --custodian",
                "custody history | custody history wants --key",
                "custody history --key 12 | --key wants an id like",
                "custody recovery burn | custody recovery does not know burn; it knows ask, approve, give and list",
                "custody recovery ask --serial 4a | custody recovery ask wants --key",
                "custody recovery approve --custodian wu | custody recovery approve wants --request",
                "custody recovery approve --request 0b7d5c1e-2f64-4c0a-9a53-6d1f0e8b7a42 | wants --custodian once",
                "custody recovery give --request 0b7d5c1e-2f64-4c0a-9a53-6d1f0e8b7a42 --form p12 | --form wants one of sm2, skf, skf-64, signed, not p12",
                "custody recovery give --request 0b7d5c1e-2f64-4c0a-9a53-6d1f0e8b7a42 --form sm2 | give wants --out",
                "custody recovery list --key a | custody recovery list does not know --key",
                "custody export ask --key 0b7d5c1e-2f64-4c0a-9a53-6d1f0e8b7a42 --recipient r --authority a --custodian wu | wants --document",
                "custody export ask --serial 4a | custody export ask does not know --serial",
                "ca custodian add --name a --duty all | --duty wants authorities or keys, not all"
            })
    void refuses_in_a_sentence_what_it_does_not_understand(String line, String sentence) {
        assertThat(read(line))
                .isInstanceOfSatisfying(
                        Misused.class,
                        misused -> assertThat(misused.sentence()).contains(sentence));
    }
}
