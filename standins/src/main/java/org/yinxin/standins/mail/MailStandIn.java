package org.yinxin.standins.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The running stand-in. It keeps the newest letters in memory and forgets them when it is closed. */
public final class MailStandIn implements AutoCloseable {

    private static final int KEPT = 1000;
    private static final int WAITING = 16;

    private final Clock clock;
    private final MailSteering steering = new MailSteering();
    private final ArrayDeque<CaughtLetter> letters = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket door;

    private MailStandIn(int port, Clock clock) throws IOException {
        this.clock = clock;
        this.door = new ServerSocket();
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING);
        threads.execute(this::receive);
    }

    /**
     * Starts it on the loopback address.
     *
     * @param port 0 for any that is free
     */
    public static MailStandIn start(int port, Clock clock) {
        try {
            return new MailStandIn(port, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("the mail stand-in cannot listen", e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public MailSteering steering() {
        return steering;
    }

    /** Everything that was taken, newest first. */
    public List<CaughtLetter> letters() {
        synchronized (letters) {
            return List.copyOf(letters);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                threads.execute(() -> talk(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller) {
            new SmtpTalk(caller, steering.behaviour(), clock, this::keep).carryOn();
        } catch (IOException gone) {
            // Whoever hangs up has nothing more to say.
        }
    }

    private void keep(CaughtLetter letter) {
        synchronized (letters) {
            letters.addFirst(letter);
            while (letters.size() > KEPT) {
                letters.removeLast();
            }
        }
    }
}
