package org.yinxin.standins.identity;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bank that makes small transfers: {@code POST /v1/transfers {payeeName, payeeAccount, payeeBank, fen, memo}} answers
 * {@code {reference, state}} with state {@code SENT}, {@code PENDING} (ask again with the same key) or {@code REFUSED}.
 */
public final class BankStandIn implements AutoCloseable {

    private static final int KEPT = 1000;

    private final Clock clock;
    private final SourceServer server;
    private final ArrayDeque<Transfer> transfers = new ArrayDeque<>();
    private final Set<String> pending = ConcurrentHashMap.newKeySet();

    private BankStandIn(int port, String secret, Clock clock) {
        this.clock = clock;
        this.server = new SourceServer(port, secret);
        server.post("/v1/transfers", this::transfer);
    }

    /**
     * Starts it on the loopback address.
     *
     * @param port 0 for any that is free
     * @param secret what the hall shows
     */
    public static BankStandIn start(int port, String secret, Clock clock) {
        return new BankStandIn(port, secret, clock);
    }

    public URI baseUrl() {
        return server.baseUrl();
    }

    public Steering steering() {
        return server.steering();
    }

    /** All that arrived, newest first. */
    public List<Transfer> transfers() {
        synchronized (transfers) {
            return List.copyOf(transfers);
        }
    }

    /** What arrived on one account, newest first. */
    public List<Transfer> transfersTo(String account) {
        return transfers().stream().filter(each -> each.payeeAccount().equals(account)).toList();
    }

    @Override
    public void close() {
        server.close();
    }

    private Reply transfer(Call call) {
        long fen = call.body().path("fen").asLong(0);
        if (call.text("payeeName").isBlank()
                || !call.text("payeeAccount").matches("[0-9]{8,32}")
                || fen < 1
                || call.text("memo").isBlank()) {
            return Reply.fault(422, "payeeName, payeeAccount, fen and memo are needed");
        }
        String reference = "T-" + call.key();
        if (call.madeUp() == MadeUp.PENDING && pending.add(call.key())) {
            return Reply.forNow(Map.of("reference", reference, "state", "PENDING"));
        }
        if (server.steering().result(call.madeUp().result()) != Result.MATCH) {
            return Reply.of(Map.of("reference", reference, "state", "REFUSED"));
        }
        synchronized (transfers) {
            transfers.addFirst(
                    new Transfer(
                            clock.instant(),
                            call.key(),
                            call.text("payeeName"),
                            call.text("payeeAccount"),
                            fen,
                            call.text("memo")));
            while (transfers.size() > KEPT) {
                transfers.removeLast();
            }
        }
        return Reply.of(Map.of("reference", reference, "state", "SENT"));
    }
}
