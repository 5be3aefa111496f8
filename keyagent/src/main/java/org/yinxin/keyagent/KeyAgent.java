package org.yinxin.keyagent;

import java.io.IOException;
import java.security.SecureRandom;
import org.yinxin.keyagent.softtoken.SoftTokens;
import org.yinxin.keyagent.web.LoopbackServer;

/** The running agent; closing it ends it. */
public final class KeyAgent implements AutoCloseable {

    static final String VERSION = "0.1.0";

    private final SoftTokens medium;
    private final LoopbackServer server;

    private KeyAgent(SoftTokens medium, LoopbackServer server) {
        this.medium = medium;
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @throws IOException when the port is taken, or another agent uses the folder
     */
    public static KeyAgent start(KeyAgentSettings settings) throws IOException {
        SecureRandom random = new SecureRandom();
        SoftTokens medium = SoftTokens.open(settings.folder(), settings.pinTries(), random);
        try {
            return new KeyAgent(
                    medium,
                    LoopbackServer.start(
                            settings.port(), settings.allowedOrigins(), medium, random, VERSION));
        } catch (IOException e) {
            medium.close();
            throw e;
        }
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
        medium.close();
    }
}
