package org.yinxin.keyagent;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the agent runs.
 *
 * @param port where it listens on 127.0.0.1; 0 for any free port
 * @param folder where soft tokens lie
 * @param allowedOrigins which halls' pages it serves, such as {@code https://hall.example}
 * @param pinTries how many wrong PINs lock a new soft token
 */
public record KeyAgentSettings(int port, Path folder, Set<String> allowedOrigins, int pinTries) {

    public static final int USUAL_PORT = 17170;
    public static final int USUAL_PIN_TRIES = 6;

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.\\-]+(:[0-9]{1,5})?");

    public KeyAgentSettings {
        allowedOrigins = Set.copyOf(allowedOrigins);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535");
        }
        if (pinTries < 1 || pinTries > 100) {
            throw new IllegalArgumentException("PIN tries are a number from 1 to 100");
        }
        for (String origin : allowedOrigins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "not the origin of a web page, such as https://hall.example: " + origin);
            }
        }
    }

    public KeyAgentSettings(int port, Path folder, Set<String> allowedOrigins) {
        this(port, folder, allowedOrigins, USUAL_PIN_TRIES);
    }
}
