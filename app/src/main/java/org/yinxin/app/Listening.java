package org.yinxin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/**
 * Where a service will listen. Certificates and call-backs name the address, so a free port is chosen before anything
 * else starts, and one in use is found out before anything else is done.
 *
 * <p>Until it is closed nobody else is given the port: a socket is bound to it that does not listen. Linux lets one
 * that listens be bound beside it.
 */
final class Listening implements AutoCloseable {

    private final String host;
    private final Socket holding;

    private Listening(String host, Socket holding) {
        this.host = host;
        this.holding = holding;
    }

    /**
     * Takes a port.
     *
     * @param port 0 for any that is free
     */
    static Listening on(String host, int port) {
        Socket holding = new Socket();
        try {
            holding.setReuseAddress(true);
            holding.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return new Listening(host, holding);
        } catch (UnknownHostException e) {
            throw new StartRefused("There is no address %s on this computer.".formatted(host), e);
        } catch (IOException e) {
            throw new StartRefused(
                    "Cannot listen on %s port %d (%s): choose another with --port or --address."
                            .formatted(host, port, e.getMessage()),
                    e);
        }
    }

    String host() {
        return host;
    }

    int port() {
        return holding.getLocalPort();
    }

    /** How a browser on this computer reaches it. */
    String url() {
        return url(host, port());
    }

    static String url(String host, int port) {
        String name = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }

    /** Gives the port up; a service that listens on it by then keeps it. */
    @Override
    public void close() {
        try {
            holding.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
