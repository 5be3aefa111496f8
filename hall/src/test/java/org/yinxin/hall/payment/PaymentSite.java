package org.yinxin.hall.payment;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.yinxin.hall.access.Actors;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperArchive;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.Bill;
import org.yinxin.hall.payment.channel.Closing;
import org.yinxin.hall.payment.channel.Offer;
import org.yinxin.hall.payment.channel.PaymentChannel;
import org.yinxin.hall.payment.channel.Reading;
import org.yinxin.hall.payment.channel.ReceivedNotification;
import org.yinxin.hall.payment.channel.RefundNumber;
import org.yinxin.hall.payment.channel.RefundRequest;
import org.yinxin.hall.payment.channel.Refunding;
import org.yinxin.hall.payment.channel.Standing;
import org.yinxin.hall.payment.wechat.StandInChannel;
import org.yinxin.hall.subscriber.LostCases;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.HallServer;
import org.yinxin.hall.testing.People;
import org.yinxin.standins.wechat.Settings;
import org.yinxin.standins.wechat.WeChatPayStandIn;

/** The order page, its API and the call-back door over HTTP, with the real adapter and the stand-in behind it. */
final class PaymentSite implements AutoCloseable {

    private static final List<String> ACCOUNT =
            List.of(
                    "--yinxin.hall.payment.transfer.name=云岭市演示认证中心",
                    "--yinxin.hall.payment.transfer.bank=演示银行云岭支行",
                    "--yinxin.hall.payment.transfer.number=0000111122223333");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final WeChatPayStandIn standIn =
            WeChatPayStandIn.start(
                    new Settings(
                            0,
                            Clock.systemUTC(),
                            new SecureRandom(),
                            List.of(Duration.ofMillis(100), Duration.ofMillis(100))));
    private final Path folder;
    private final HallServer hall;

    PaymentSite(Path folder, String... settings) {
        this.folder = folder;
        hall =
                HallServer.start(
                        Stream.concat(ACCOUNT.stream(), Stream.of(settings)).toList(),
                        Rooms.class,
                        Staff.class);
        calm();
    }

    /** The channel answers again, and the hall has all the time in the world for it. */
    void calm() {
        standIn.steering().calm();
        waitFor(PATIENCE);
    }

    /** How long the hall waits for the channel's answer from now on. */
    void waitFor(Duration patience) {
        hall.get(LateChannel.class)
                .connect(
                        StandInChannel.connect(
                                standIn,
                                folder,
                                hall.url("/payments/wechat/notify"),
                                patience,
                                Clock.systemUTC()));
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            value = {
                "org.yinxin.hall.access",
                "org.yinxin.hall.audit",
                "org.yinxin.hall.payment",
                "org.yinxin.hall.privacy",
                "org.yinxin.hall.web"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(Test|PaymentRoom|PaymentSite).*"))
    @Import(PaperArchive.class)
    static class Rooms {

        /** The library compares signatures with the computer's own time. */
        @Bean
        @Primary
        Clock realTime() {
            return Clock.systemUTC();
        }

        @Bean
        LostCases lostCases() {
            return (_, _) -> false;
        }

        @Bean
        LateChannel wechat() {
            return new LateChannel();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }

        @Bean
        Actors subscribers() {
            return new Actors() {
                @Override
                public TokenKind kind() {
                    return TokenKind.SUBSCRIBER;
                }

                @Override
                public Optional<Actor> find(UUID subject) {
                    return Optional.of(new Actor.Subscriber(new AccountId(subject), "199****0001"));
                }
            };
        }
    }

    /** Whoever is known by an operator's number. */
    @Configuration(proxyBeanMethods = false)
    static class Staff {
        @Bean
        Actors staff() {
            return new Actors() {
                @Override
                public TokenKind kind() {
                    return TokenKind.OPERATOR;
                }

                @Override
                public Optional<Actor> find(UUID subject) {
                    return Stream.of(People.FINANCE, People.APPROVING_OFFICER)
                            .filter(one -> one.operator().value().equals(subject))
                            .<Actor>map(one -> one)
                            .findFirst();
                }
            };
        }
    }

    /** What was published. */
    static final class Heard {
        final List<OrderSettled> events = new CopyOnWriteArrayList<>();

        @EventListener
        void on(OrderSettled settled) {
            events.add(settled);
        }
    }

    /** The adapter can only be made once the hall's own address is known. */
    static final class LateChannel implements PaymentChannel {
        private volatile @Nullable PaymentChannel real;

        void connect(PaymentChannel channel) {
            real = channel;
        }

        private PaymentChannel real() {
            PaymentChannel channel = real;
            if (channel == null) {
                throw new IllegalStateException("not connected yet");
            }
            return channel;
        }

        @Override
        public String name() {
            return "wechat";
        }

        @Override
        public Offer offer(Bill bill) {
            return real().offer(bill);
        }

        @Override
        public Standing ask(AttemptNumber number) {
            return real().ask(number);
        }

        @Override
        public Closing close(AttemptNumber number) {
            return real().close(number);
        }

        @Override
        public Refunding refund(RefundRequest request) {
            return real().refund(request);
        }

        @Override
        public Refunding askRefund(RefundNumber number) {
            return real().askRefund(number);
        }

        @Override
        public Reading read(ReceivedNotification notification) {
            return real().read(notification);
        }
    }

    WeChatPayStandIn standIn() {
        return standIn;
    }

    HallServer hall() {
        return hall;
    }

    <T> T use(Class<T> type) {
        return hall.get(type);
    }

    Browser browserOf(Actor.Subscriber who) {
        String token =
                hall.get(Tokens.class).issue(TokenKind.SUBSCRIBER, who.account().value()).token();
        return hall.browser().bear(token);
    }

    Browser browserOf(Actor.Operator who) {
        String token =
                hall.get(Tokens.class).issue(TokenKind.OPERATOR, who.operator().value()).token();
        return hall.browser().bear(token);
    }

    URI url(String path) {
        return hall.url(path);
    }

    @Override
    public void close() {
        hall.close();
        standIn.close();
    }
}
