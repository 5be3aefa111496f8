package org.yinxin.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Where the hall will listen. Certificates and call-backs name the address, so a free port is chosen before anything
 * else starts, and one in use is found out before anything else is done.
 */
record Listening(String host, int port) {

    private static final int MOST_ATTEMPTS = 3;

    /**
     * Starts what listens. A free port that was chosen is taken at the very end of a start: when somebody took it in
     * between, another is chosen.
     *
     * @param asked the port that was asked for; 0 for any
     */
    static <T> T started(int asked, Supplier<T> start) {
        for (int attempt = 1; asked == 0 && attempt < MOST_ATTEMPTS; attempt++) {
            try {
                return start.get();
            } catch (PortInUseException e) {
                LoggerFactory.getLogger(Listening.class)
                        .info("port {} was taken meanwhile; choosing another", e.getPort());
            }
        }
        return start.get();
    }

    static Listening on(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return new Listening(host, socket.getLocalPort());
        } catch (UnknownHostException e) {
            throw new StartRefused("There is no address %s on this computer.".formatted(host), e);
        } catch (IOException e) {
            throw new StartRefused(
                    "Cannot listen on %s port %d (%s): choose another with --port or --address."
                            .formatted(host, port, e.getMessage()),
                    e);
        }
    }

    /** How a browser on this computer reaches it. */
    String url() {
        String name = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }
}
