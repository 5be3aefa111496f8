package org.yinxin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.profile.catalogue.FaultyProfilesException;
import org.yinxin.authority.profile.catalogue.ProfileFiles;
import org.yinxin.store.postgres.PostgresUnavailable;

class FaultTest {

    @Test
    void a_key_that_cannot_be_had_is_told_in_its_own_words() {
        assertThat(
                        Fault.of(
                                new IllegalStateException(
                                        new KeyStoreUnavailableException("Write the PIN.", null))))
                .contains(new Fault(StartRefused.FAILURE, "Write the PIN."));
    }

    @Test
    void what_is_expected_to_go_wrong_is_told_in_words_however_deep_it_lies() {
        assertThat(Fault.of(new IllegalStateException(new PostgresUnavailable("It is down."))))
                .contains(new Fault(1, "It is down."));
        assertThat(Fault.of(new IllegalStateException(new StartRefused(2, "It lacks a key."))))
                .contains(new Fault(2, "It lacks a key."));
        assertThat(Fault.of(new PortInUseException(8080)).orElseThrow().words())
                .contains("Port 8080 is in use");
    }

    @Test
    void a_bad_certificate_profile_is_told_with_file_and_line() {
        FaultyProfilesException faulty =
                catchThrowableOfType(
                        FaultyProfilesException.class, () -> ProfileFiles.read(Path.of("nowhere")));
        assertThat(Fault.of(new IllegalStateException(faulty)))
                .contains(
                        new Fault(
                                StartRefused.FAILURE,
                                "The certificate profiles have faults:\nnowhere:1: This is no file that can be read."));
    }

    @Test
    void what_is_not_expected_is_not_talked_away() {
        assertThat(Fault.of(new IllegalStateException("a bug"))).isEmpty();
    }

    @Test
    void everything_opened_is_closed_newest_first_also_when_one_fails() {
        List<String> closed = new ArrayList<>();
        Opened opened = new Opened();
        opened.closeLater(() -> closed.add("database"));
        opened.closeLater(
                () -> {
                    throw new IllegalStateException("it does not want to");
                });
        opened.closeLater(() -> closed.add("stand-ins"));
        opened.close();
        opened.close();
        assertThat(closed).containsExactly("stand-ins", "database");
    }
}
