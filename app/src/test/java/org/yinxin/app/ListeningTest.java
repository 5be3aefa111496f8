package org.yinxin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class ListeningTest {

    private int starts;

    private Supplier<String> takenAtFirst(int times) {
        return () -> {
            starts++;
            if (starts <= times) {
                throw new PortInUseException(40_000 + starts);
            }
            return "started";
        };
    }

    @Test
    void another_port_is_chosen_when_somebody_took_the_one_that_was_free() {
        assertThat(Listening.started(0, takenAtFirst(2))).isEqualTo("started");
        assertThat(starts).isEqualTo(3);
    }

    @Test
    void not_for_ever() {
        assertThatExceptionOfType(PortInUseException.class)
                .isThrownBy(() -> Listening.started(0, takenAtFirst(3)));
        assertThat(starts).isEqualTo(3);
    }

    @Test
    void a_port_that_was_asked_for_is_not_exchanged() {
        assertThatExceptionOfType(PortInUseException.class)
                .isThrownBy(() -> Listening.started(8080, takenAtFirst(1)));
        assertThat(starts).isEqualTo(1);
    }
}
