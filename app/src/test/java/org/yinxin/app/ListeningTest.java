package org.yinxin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void nobody_else_is_given_the_port_until_the_service_listens(String host) throws IOException {
        try (Listening listening = Listening.on(host, 0)) {
            InetSocketAddress address = new InetSocketAddress(host, listening.port());
            try (ServerSocket other = new ServerSocket()) {
                other.setReuseAddress(false);
                assertThatExceptionOfType(BindException.class)
                        .isThrownBy(() -> other.bind(address));
            }
            try (ServerSocketChannel service = ServerSocketChannel.open()) {
                service.bind(address);
                try (Socket client = new Socket()) {
                    client.connect(
                            new InetSocketAddress(
                                    InetAddress.getLoopbackAddress(), listening.port()));
                    assertThat(client.isConnected()).isTrue();
                }
            }
        }
    }

    @Test
    void a_port_in_use_is_found_before_anything_starts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Listening.on("127.0.0.1", taken.getLocalPort()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("--port");
        }
        assertThatThrownBy(() -> Listening.on("no.such.host.invalid", 0))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no.such.host.invalid");
    }

    @Test
    void an_address_for_everybody_is_reached_from_here_by_its_loopback() {
        assertThat(Listening.url("0.0.0.0", 80)).isEqualTo("http://127.0.0.1:80");
        assertThat(Listening.url("::1", 80)).isEqualTo("http://[::1]:80");
    }
}
