package org.yinxin.hall.payment;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.HallSchema;
import org.yinxin.hall.TestDatabases;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperArchive;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.payment.channel.PaymentChannel;
import org.yinxin.hall.privacy.AesColumnCipher;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.subscriber.LostCases;
import org.yinxin.store.journal.JdbcJournal;

/** The payment package on a real database, with a channel and a clock of the test's choice. */
final class PaymentRoom implements AutoCloseable {

    static final Actor HALL = new Actor.Hall("test");

    private final HikariDataSource database = TestDatabases.hall();
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final SecureRandom random = new SecureRandom();
    final TestClock clock;
    final Listener listener = new Listener();
    final Guard guard = new Guard();

    PaymentRoom(TestClock clock, PaymentChannel... channels) {
        this.clock = clock;
        context.registerBean("dataSource", HikariDataSource.class, () -> database);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Listener.class, () -> listener);
        context.registerBean(PaymentGuard.class, () -> guard);
        context.registerBean(LostCases.class, () -> guard);
        for (PaymentChannel channel : channels) {
            context.registerBean(channel.name(), PaymentChannel.class, () -> channel);
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test",
                                Map.of(
                                        "yinxin.hall.payment.transfer.name", "云岭市演示认证中心",
                                        "yinxin.hall.payment.transfer.bank", "演示银行云岭支行",
                                        "yinxin.hall.payment.transfer.number",
                                                "0000111122223333")));
        context.register(Wiring.class);
        context.refresh();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @ComponentScan(
            basePackageClasses = PaymentOrder.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "org\\.yinxin\\.hall\\.payment\\.(web|wechat)\\..*|.*Test.*|.*PaymentRoom.*|.*PaymentSite.*"))
    @Import(PaperArchive.class)
    static class Wiring {
        @Bean
        SecureRandom random() {
            return new SecureRandom();
        }

        @Bean
        ColumnCipher columnCipher(SecureRandom random) {
            return new AesColumnCipher(new byte[AesColumnCipher.KEY_BYTES], random);
        }

        @Bean
        JdbcClient jdbcClient(HikariDataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(HikariDataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        AuditTrail auditTrail(JdbcClient jdbc, Clock clock) {
            return new AuditTrail(new JdbcJournal(jdbc, HallSchema.SCHEMA), clock);
        }

        @Bean
        Supplier<UUID> uuids() {
            return UUID::randomUUID;
        }
    }

    /** Listens as the owner of the case does, and fails when told to. */
    static final class Listener {
        final List<OrderSettled> heard = new CopyOnWriteArrayList<>();
        final List<OrderOverdue> overdue = new CopyOnWriteArrayList<>();
        final List<OrderRefunded> refunded = new CopyOnWriteArrayList<>();
        volatile boolean failing;

        @EventListener
        void on(OrderSettled settled) {
            if (failing) {
                throw new IllegalStateException("killed while listening");
            }
            heard.add(settled);
        }

        @EventListener
        void on(OrderOverdue late) {
            if (failing) {
                throw new IllegalStateException("killed while listening");
            }
            overdue.add(late);
        }

        @EventListener
        void on(OrderRefunded back) {
            if (failing) {
                throw new IllegalStateException("killed while listening");
            }
            refunded.add(back);
        }
    }

    /** Objects when told to. */
    static final class Guard implements PaymentGuard, LostCases {
        volatile @Nullable Refusal objection;
        volatile @Nullable AccountId former;

        @Override
        public boolean lost(AccountId account, CaseNumber number) {
            return account.equals(former);
        }

        @Override
        public Optional<Refusal> refusal(CaseNumber number) {
            return Optional.ofNullable(objection);
        }
    }

    <T> T use(Class<T> type) {
        return context.getBean(type);
    }

    Actor.Subscriber payer() {
        return new Actor.Subscriber(new AccountId(UUID.randomUUID()), "199****0001");
    }

    OrderRequest request(Actor.Subscriber payer) {
        return new OrderRequest(
                CaseNumber.draw(YearMonth.of(2026, 11), random),
                new GateCode("PAY"),
                payer.account(),
                new Words("单位证书 新办", "Organisation certificate, new"),
                List.of(
                        new OrderLine(new Words("证书服务费", "Certificate service"), Money.yuan("200")),
                        new OrderLine(new Words("介质费", "Key medium"), Money.yuan("80"))),
                List.of(ChannelCode.WECHAT, ChannelCode.TRANSFER),
                null);
    }

    PaymentOrder place(Actor.Subscriber payer) {
        return use(PlaceOrder.class).place(HALL, request(payer));
    }

    String start(Actor.Subscriber payer, OrderId order) {
        Outcome<StartedPayment> started =
                use(StartPayment.class).start(payer, order, ChannelCode.WECHAT);
        return switch (started) {
            case Outcome.Done<StartedPayment>(StartedPayment payment) ->
                    switch (payment.instruction()) {
                        case StartedPayment.Instruction.ScanCode(String codeUrl, _) -> codeUrl;
                        case StartedPayment.Instruction.Transfer _ ->
                                throw new AssertionError("nothing to scan");
                    };
            case Outcome.Refused<StartedPayment>(Refusal refusal) ->
                    throw new AssertionError("refused: " + refusal);
        };
    }

    PaymentOrder read(Actor.Subscriber payer, OrderId order) {
        return switch (use(ReadOrder.class).read(payer, order)) {
            case Outcome.Done<PaymentOrder>(PaymentOrder read) -> read;
            case Outcome.Refused<PaymentOrder>(Refusal refusal) ->
                    throw new AssertionError("refused: " + refusal);
        };
    }

    static <T> PaymentError refusal(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Refused<T>(Refusal refusal) -> (PaymentError) refusal.code();
            case Outcome.Done<T>(T value) -> throw new AssertionError("not refused: " + value);
        };
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal refusal) ->
                    throw new AssertionError("refused: " + refusal);
        };
    }

    List<String> verdicts() {
        return jdbc().sql("SELECT verdict FROM payment_notification ORDER BY received_at")
                .query((row, _) -> row.getString(1))
                .list();
    }

    List<String> concerns(OrderId order) {
        return jdbc().sql(
                        "SELECT kind FROM payment_concern WHERE order_id = :id ORDER BY raised_at")
                .param("id", order.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** One row of the attempts. */
    record Row(String number, String state) {}

    List<Row> attempts(OrderId order) {
        return jdbc().sql(
                        "SELECT number, state FROM payment_attempt WHERE order_id = :id ORDER BY started_at")
                .param("id", order.value())
                .query((row, _) -> new Row(row.getString(1), row.getString(2)))
                .list();
    }

    List<String> audited(String action) {
        return jdbc().sql("SELECT subject FROM journal WHERE action = :action")
                .param("action", action)
                .query((row, _) -> row.getString(1))
                .list();
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(use(PlatformTransactionManager.class));
    }

    JdbcClient jdbc() {
        return use(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
