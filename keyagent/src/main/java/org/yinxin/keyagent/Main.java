package org.yinxin.keyagent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The command line. */
public final class Main {

    private static final String USAGE =
            """
            Usage: keyagent --allow ORIGIN [--allow ORIGIN …] [--port %d] [--folder DIR] [--pin-tries %d]
              --allow      a hall whose pages may use keys on this computer, such as http://127.0.0.1:8080
              --port       where to listen on 127.0.0.1
              --folder     where soft tokens are kept (default: .yinxin/keys in your home folder)
              --pin-tries  how many wrong PINs lock a new soft token
            """
                    .formatted(KeyAgentSettings.USUAL_PORT, KeyAgentSettings.USUAL_PIN_TRIES);

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        KeyAgentSettings settings;
        try {
            settings = read(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
            return;
        }
        try {
            KeyAgent agent = KeyAgent.start(settings);
            System.out.println("ready http://127.0.0.1:" + agent.port());
            new CountDownLatch(1).await();
        } catch (IOException e) {
            System.err.println("The key agent cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    static KeyAgentSettings read(List<String> arguments) {
        int port = KeyAgentSettings.USUAL_PORT;
        int tries = KeyAgentSettings.USUAL_PIN_TRIES;
        Path folder = Path.of(System.getProperty("user.home"), ".yinxin", "keys");
        Set<String> allowed = new HashSet<>();
        Deque<String> rest = new ArrayDeque<>(arguments);
        try {
            while (!rest.isEmpty()) {
                String option = rest.pop();
                switch (option) {
                    case "--allow" -> allowed.add(rest.pop());
                    case "--port" -> port = number(option, rest.pop());
                    case "--folder" -> folder = Path.of(rest.pop());
                    case "--pin-tries" -> tries = number(option, rest.pop());
                    default -> throw new IllegalArgumentException("unknown option " + option);
                }
            }
        } catch (NoSuchElementException e) {
            throw new IllegalArgumentException("the last option lacks its value", e);
        }
        if (allowed.isEmpty()) {
            throw new IllegalArgumentException("say with --allow which hall's pages to serve");
        }
        return new KeyAgentSettings(port, folder, allowed, tries);
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number", e);
        }
    }
}
