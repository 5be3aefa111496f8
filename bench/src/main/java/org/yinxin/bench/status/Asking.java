package org.yinxin.bench.status;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Clients that ask one question after the other, each over a connection that it keeps as long as the other side does.
 *
 * @param keepsConnections whether the other side keeps connections; if not, each question begins with a new one
 */
record Asking(int port, int clients, List<Request> requests, boolean keepsConnections) {

    private static final int LONGEST_LATENCY = 60_000_000;

    /**
     * A request as it is sent.
     *
     * @param nonceAt where the nonce's octets begin, which are drawn anew each time; -1 without
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Request(byte[] octets, int nonceAt, int nonceLength) {}

    /**
     * What was measured.
     *
     * @param failed answers that were no answer
     */
    record Taken(long answered, long failed, Histogram microseconds, double seconds) {}

    Taken during(double seconds) {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        Histogram all = new Histogram(LONGEST_LATENCY, 3);
        long answered = 0;
        long failed = 0;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<Taken>> work =
                    IntStream.range(0, clients)
                            .<Callable<Taken>>mapToObj(client -> () -> ask(client, end))
                            .toList();
            for (Future<Taken> each : threads.invokeAll(work)) {
                Taken taken = each.get();
                all.add(taken.microseconds());
                answered += taken.answered();
                failed += taken.failed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the clients could not ask", e.getCause());
        }
        return new Taken(answered, failed, all, (System.nanoTime() - begin) / 1e9);
    }

    /** Asks each question once, and answers the bodies of the answers. */
    static List<byte[]> answers(int port, List<Request> requests) throws IOException {
        List<byte[]> answers = new ArrayList<>();
        Connection connection = Connection.to(port);
        try {
            for (Request request : requests) {
                if (!connection.ask(request)) {
                    throw new IOException("a question was not answered");
                }
                answers.add(connection.answer());
            }
        } finally {
            connection.close();
        }
        return answers;
    }

    private Taken ask(int client, long end) throws IOException {
        Histogram latencies = new Histogram(LONGEST_LATENCY, 3);
        long answered = 0;
        long failed = 0;
        int next = client * 31;
        @Nullable Connection connection = null;
        try {
            for (long now = System.nanoTime(); now < end; ) {
                if (connection == null) {
                    connection = Connection.to(port);
                }
                Request request = requests.get(Math.floorMod(next++, requests.size()));
                boolean good = connection.ask(request);
                long then = System.nanoTime();
                latencies.recordValue(Math.min(LONGEST_LATENCY, (then - now) / 1000));
                answered += good ? 1 : 0;
                failed += good ? 0 : 1;
                now = then;
                if (!keepsConnections) {
                    connection.close();
                    connection = null;
                }
            }
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
        return new Taken(answered, failed, latencies, 0);
    }

    /** One connection with what belongs to it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Connection(Socket socket, InputStream in, byte[] body) {

        private static final int LONGEST_ANSWER = 1 << 16;

        static Connection to(int port) throws IOException {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            return new Connection(
                    socket,
                    new BufferedInputStream(socket.getInputStream(), LONGEST_ANSWER),
                    new byte[LONGEST_ANSWER]);
        }

        // Whether an answer came that says successful (RFC 6960, 4.2.1): SEQUENCE { ENUMERATED 0 …
        boolean ask(Request request) throws IOException {
            byte[] octets = request.octets();
            if (request.nonceAt() >= 0) {
                octets = octets.clone();
                for (int i = 0; i < request.nonceLength(); i++) {
                    octets[request.nonceAt() + i] = (byte) ThreadLocalRandom.current().nextInt();
                }
            }
            socket.getOutputStream().write(octets);
            boolean ok = line().startsWith("HTTP/1.");
            int length = -1;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            int read = in.readNBytes(body, 0, length < 0 ? body.length : length);
            int content = (body[1] & 0x80) == 0 ? 2 : 2 + (body[1] & 0x7f);
            return ok
                    && read > content + 3
                    && body[0] == 0x30
                    && body[content] == 0x0a
                    && body[content + 2] == 0;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("the other side hung up");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        /** The DER that was read last: its outer length says how much of the buffer it is. */
        byte[] answer() {
            int lengthOctets = body[1] & 0x7f;
            if ((body[1] & 0x80) == 0) {
                return Arrays.copyOf(body, 2 + lengthOctets);
            }
            int length = 0;
            for (int i = 0; i < lengthOctets; i++) {
                length = (length << Byte.SIZE) | (body[2 + i] & 0xff);
            }
            return Arrays.copyOf(body, 2 + lengthOctets + length);
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
