package org.yinxin.standins.wechat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Sends 支付成功回调通知 and 退款结果通知 and repeats each until the merchant answers with success. */
final class Notices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Map<String, String> SUMMARIES =
            Map.of(
                    "TRANSACTION.SUCCESS", "支付成功",
                    "REFUND.SUCCESS", "退款成功",
                    "REFUND.CLOSED", "退款关闭");

    private final Keys keys;
    private final Clock clock;
    private final List<Duration> retries;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final HttpClient http;
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(
                    2, Thread.ofVirtual().name("wechat-notice-", 0).factory());

    Notices(Keys keys, Clock clock, List<Duration> retries) {
        this.keys = keys;
        this.clock = clock;
        this.retries = retries;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    /** Makes the message; each payment has one, with one identifier however often it is sent. */
    Notice compose(Trade trade) {
        return compose(
                URI.create(trade.request().notifyUrl()),
                "TRANSACTION.SUCCESS",
                "transaction",
                Transactions.describe(trade, keys.merchant()));
    }

    /** Makes a message about anything; its type is also the associated data of its encryption. */
    Notice compose(URI to, String event, String type, Map<String, Object> about) {
        String nonce = keys.text(12);
        String resource = JSON.writeValueAsString(about);
        Map<String, Object> sealed = new LinkedHashMap<>();
        sealed.put("original_type", type);
        sealed.put("algorithm", "AEAD_AES_256_GCM");
        sealed.put("ciphertext", keys.encrypt(resource, nonce, type));
        sealed.put("associated_data", type);
        sealed.put("nonce", nonce);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", "EV-" + keys.digits(24));
        body.put("create_time", Transactions.TIME.format(clock.instant()));
        body.put("resource_type", "encrypt-resource");
        body.put("event_type", event);
        body.put("summary", SUMMARIES.getOrDefault(event, "退款异常"));
        body.put("resource", sealed);
        return new Notice(to, JSON.writeValueAsString(body));
    }

    /** Sends it as the steering says. */
    void announce(Notice notice, Steering.Notifying how) {
        switch (how) {
            case Steering.Notifying.Once() -> sendLater(notice, Duration.ZERO, false);
            case Steering.Notifying.Never() -> {}
            case Steering.Notifying.Twice() -> {
                sendLater(notice, Duration.ZERO, false);
                sendLater(notice, Duration.ZERO, false);
            }
            case Steering.Notifying.Late(Duration wait) -> sendLater(notice, wait, false);
            case Steering.Notifying.Forged() -> sendLater(notice, Duration.ZERO, true);
        }
    }

    private void sendLater(Notice notice, Duration wait, boolean forged) {
        later(wait, () -> attempt(notice, forged, 0));
    }

    /** Sends once, now; answers the HTTP status, or nothing when nobody answered. */
    Optional<Integer> send(Notice notice, boolean forged) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = keys.text(32);
        String signed = timestamp + "\n" + nonce + "\n" + notice.body() + "\n";
        HttpRequest request =
                HttpRequest.newBuilder(notice.to())
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Accept", "*/*")
                        .header("User-Agent", "Mozilla/4.0")
                        .header("Wechatpay-Nonce", nonce)
                        .header("Wechatpay-Serial", keys.merchant().platformPublicKeyId())
                        .header("Wechatpay-Signature", keys.sign(signed, forged))
                        .header("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048")
                        .header("Wechatpay-Timestamp", timestamp)
                        .POST(HttpRequest.BodyPublishers.ofString(notice.body()))
                        .build();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status == 200 || status == 204) {
                acknowledged.incrementAndGet();
            }
            return Optional.of(status);
        } catch (IOException e) {
            LOG.debug("nobody answers at {}", notice.to());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        http.shutdownNow();
    }

    private void attempt(Notice notice, boolean forged, int done) {
        Optional<Integer> status = send(notice, forged);
        boolean accepted = status.filter(s -> s == 200 || s == 204).isPresent();
        if (!accepted && done < retries.size()) {
            later(retries.get(done), () -> attempt(notice, forged, done + 1));
        }
    }

    void later(Duration wait, Runnable task) {
        if (!timer.isShutdown()) {
            var _ = timer.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A message ready to be signed and sent. */
    record Notice(URI to, String body) {}
}
