package org.yinxin.hall.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.payment.channel.Bill;
import org.yinxin.hall.payment.channel.Offer;
import org.yinxin.hall.payment.channel.PaymentChannel;
import org.yinxin.hall.payment.channel.PaymentChannelContract;
import org.yinxin.hall.payment.channel.Reading;
import org.yinxin.hall.payment.channel.ReceivedNotification;
import org.yinxin.hall.payment.channel.Standing;
import org.yinxin.standins.wechat.Settings;
import org.yinxin.standins.wechat.Steering;
import org.yinxin.standins.wechat.WeChatPayStandIn;

class WeChatPayChannelTest extends PaymentChannelContract {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final WeChatPayStandIn STAND_IN =
            WeChatPayStandIn.start(new Settings(0, Clock.systemUTC(), new SecureRandom()));

    /** Another for each test, so that what was sent to an earlier door on the same port stays out. */
    private final String path = "/notify/" + UUID.randomUUID();

    @TempDir Path folder;
    private final BlockingQueue<ReceivedNotification> received = new LinkedBlockingQueue<>();
    private HttpServer door;
    private WeChatPayChannel channel;

    @AfterAll
    static void stopPlatform() {
        STAND_IN.close();
    }

    @BeforeEach
    void start() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        Map<String, String> headers = new HashMap<>();
                        exchange.getRequestHeaders()
                                .forEach((name, values) -> headers.put(name, values.getFirst()));
                        String body =
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(204, -1);
                        received.add(new ReceivedNotification(headers, body));
                    }
                });
        door.start();
        channel = WeChatPayChannel.connect(settings(STAND_IN.baseUrl()), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        channel.close();
        door.stop(0);
        STAND_IN.steering().calm();
    }

    @Override
    protected PaymentChannel channel() {
        return channel;
    }

    @Override
    protected void pay(String code) {
        STAND_IN.payer().pay(code);
    }

    @Override
    protected void fallSilent() {
        STAND_IN.steering().answer(new Steering.Answering.Dead());
    }

    @Test
    void believes_a_genuine_notification() throws InterruptedException {
        Bill bill = bill(Money.yuan("280"));
        pay(code(channel.offer(bill)));
        assertThat(channel.read(next()))
                .isInstanceOfSatisfying(
                        Reading.Payment.class,
                        reading -> {
                            assertThat(reading.id()).startsWith("EV-");
                            assertThat(reading.payment().number()).isEqualTo(bill.number().text());
                            assertThat(reading.payment().fen()).isEqualTo(28_000);
                        });
    }

    @Test
    void believes_no_notification_that_was_signed_by_another_or_changed_or_is_old()
            throws InterruptedException {
        STAND_IN.steering().announce(new Steering.Notifying.Forged());
        pay(code(channel.offer(bill(Money.yuan("280")))));
        assertThat(channel.read(next())).isEqualTo(new Reading.Forged("signature"));

        STAND_IN.steering().calm();
        pay(code(channel.offer(bill(Money.yuan("281")))));
        ReceivedNotification good = next();
        assertThat(channel.read(new ReceivedNotification(good.headers(), good.body() + " ")))
                .isEqualTo(new Reading.Forged("signature"));
        assertThat(channel.read(with(good, "wechatpay-timestamp", "1")))
                .isEqualTo(new Reading.Forged("timestamp"));
        assertThat(channel.read(with(good, "wechatpay-timestamp", "soon")))
                .isEqualTo(new Reading.Forged("timestamp"));
        assertThat(channel.read(with(good, "wechatpay-serial", "PUB_KEY_ID_0")))
                .isEqualTo(new Reading.Forged("serial"));
        assertThat(channel.read(with(good, "wechatpay-signature", "*")))
                .isEqualTo(new Reading.Forged("signature"));
        assertThat(channel.read(new ReceivedNotification(Map.of(), "")))
                .isEqualTo(new Reading.Forged("serial"));
        assertThat(channel.read(good)).isInstanceOf(Reading.Payment.class);
    }

    @Test
    void a_notification_under_another_key_cannot_be_opened() throws Exception {
        pay(code(channel.offer(bill(Money.yuan("280")))));
        ReceivedNotification good = next();
        WeChatPaySettings settings = settings(STAND_IN.baseUrl());
        Files.writeString(folder.resolve("api-v3.key"), "0".repeat(32));
        try (WeChatPayChannel other = WeChatPayChannel.connect(settings, Clock.systemUTC())) {
            assertThat(other.read(good)).isEqualTo(new Reading.Forged("encryption"));
        }
    }

    @Test
    void a_notification_for_another_merchant_is_foreign() throws Exception {
        pay(code(channel.offer(bill(Money.yuan("280")))));
        ReceivedNotification good = next();
        WeChatPaySettings own = settings(STAND_IN.baseUrl());
        WeChatPaySettings others =
                new WeChatPaySettings(
                        "1900000001",
                        own.appId(),
                        own.apiV3KeyFile(),
                        own.merchantSerial(),
                        own.merchantKeyFile(),
                        own.platformKeyId(),
                        own.platformKeyFile(),
                        own.notifyUrl(),
                        own.endpoint(),
                        own.timeout());
        try (WeChatPayChannel other = WeChatPayChannel.connect(others, Clock.systemUTC())) {
            assertThat(other.read(good)).isInstanceOf(Reading.Foreign.class);
            assertThat(other.offer(bill(Money.yuan("1")))).isInstanceOf(Offer.Unavailable.class);
        }
    }

    @Test
    void believes_no_answer_that_was_signed_by_another() {
        Bill bill = bill(Money.yuan("280"));
        STAND_IN.steering().answer(new Steering.Answering.ForgedAnswer());
        assertThat(channel.offer(bill)).isInstanceOf(Offer.Unavailable.class);
        assertThat(channel.ask(bill.number())).isInstanceOf(Standing.Unavailable.class);
    }

    @Test
    void waits_no_longer_than_it_was_told() {
        STAND_IN.steering().answer(new Steering.Answering.Slow(Duration.ofMinutes(10)));
        WeChatPaySettings hasty = settings(STAND_IN.baseUrl(), Duration.ofSeconds(2));
        long before = System.nanoTime();
        try (WeChatPayChannel other = WeChatPayChannel.connect(hasty, Clock.systemUTC())) {
            assertThat(other.offer(bill(Money.yuan("280"))))
                    .isEqualTo(new Offer.Unavailable("HttpTimeoutException"));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_fault_of_the_platform_or_of_something_before_it_is_a_value() throws IOException {
        Bill bill = bill(Money.yuan("280"));
        STAND_IN.steering().answer(new Steering.Answering.Faulty());
        assertThat(channel.offer(bill)).isEqualTo(new Offer.Unavailable("500 SYSTEM_ERROR"));
        door.createContext(
                "/v3",
                exchange -> {
                    try (exchange) {
                        byte[] page = "<html>Bad Gateway</html>".getBytes(StandardCharsets.UTF_8);
                        exchange.getResponseHeaders().set("Content-Type", "text/html");
                        exchange.sendResponseHeaders(502, page.length);
                        exchange.getResponseBody().write(page);
                    }
                });
        URI proxy = URI.create("http://127.0.0.1:" + door.getAddress().getPort());
        try (WeChatPayChannel behind =
                WeChatPayChannel.connect(settings(proxy), Clock.systemUTC())) {
            assertThat(behind.offer(bill)).isInstanceOf(Offer.Unavailable.class);
            assertThat(behind.ask(bill.number())).isInstanceOf(Standing.Unavailable.class);
        }
    }

    @Test
    void names_the_setting_that_is_wrong() throws IOException {
        WeChatPaySettings settings = settings(STAND_IN.baseUrl());
        Files.writeString(folder.resolve("api-v3.key"), "short");
        assertThatIllegalArgumentException()
                .isThrownBy(settings::apiV3Key)
                .withMessageContaining("yinxin.hall.payment.wechat.api-v3-key-file");
        Files.delete(folder.resolve("platform.pem"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new WeChatPaySettings(
                                        settings.merchantId(),
                                        settings.appId(),
                                        settings.apiV3KeyFile(),
                                        settings.merchantSerial(),
                                        settings.merchantKeyFile(),
                                        settings.platformKeyId(),
                                        settings.platformKeyFile(),
                                        settings.notifyUrl(),
                                        settings.endpoint(),
                                        settings.timeout()))
                .withMessageContaining("platform-key-file cannot be read");
        assertThat(settings.toString()).doesNotContain(STAND_IN.merchant().apiV3Key());
    }

    private ReceivedNotification next() throws InterruptedException {
        ReceivedNotification next = received.poll(3, TimeUnit.MINUTES);
        if (next == null) {
            throw new AssertionError("no notification came");
        }
        return next;
    }

    private WeChatPaySettings settings(URI endpoint) {
        return settings(endpoint, PATIENCE);
    }

    private WeChatPaySettings settings(URI endpoint, Duration patience) {
        return StandInChannel.settings(
                STAND_IN.merchant(),
                folder,
                URI.create("http://127.0.0.1:" + door.getAddress().getPort() + path),
                endpoint,
                patience);
    }

    private static ReceivedNotification with(
            ReceivedNotification good, String header, String value) {
        Map<String, String> headers = new HashMap<>(good.headers());
        headers.put(header, value);
        return new ReceivedNotification(headers, good.body());
    }
}
