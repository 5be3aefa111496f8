package org.yinxin.hall.application;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.Authority;
import org.yinxin.custody.Custody;
import org.yinxin.hall.access.AccessRoom;
import org.yinxin.hall.account.AccountRoom;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperArchive;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.notification.Mail;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.notification.ShortMessage;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.payment.ChannelCode;
import org.yinxin.hall.payment.OrderId;
import org.yinxin.hall.payment.OrderSettled;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.DecideReview;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.review.Dossier;
import org.yinxin.hall.review.EnterReview;
import org.yinxin.hall.review.ItemReason;
import org.yinxin.hall.review.ReadReview;
import org.yinxin.hall.review.Verdict;
import org.yinxin.hall.testing.People;
import org.yinxin.hall.testing.TestHall;
import org.yinxin.hall.web.WebSettings;

/** Applications with everything below them, on a real database; the outside is played by fakes. */
final class ApplicationRoom implements AutoCloseable {

    static final PlanCode PLAN = new PlanCode("xinghe");
    static final BusinessCode NEW = new BusinessCode("NEW");

    final TestHall hall;
    final FakeNotify notify;
    final FakeCertificates certificates;

    ApplicationRoom(Class<?>... more) {
        Class<?>[] components = new Class<?>[more.length + 6];
        System.arraycopy(more, 0, components, 0, more.length);
        components[more.length] = Rooms.class;
        components[more.length + 1] = AccountRoom.ACCOUNTS;
        components[more.length + 2] = AccountRoom.Confirmation.class;
        components[more.length + 3] = AccessRoom.LIMITS;
        components[more.length + 4] = AccessRoom.SignIns.class;
        components[more.length + 5] = AccountRoom.CHANGE;
        hall =
                TestHall.of(
                        List.of(
                                "access",
                                "account",
                                "catalogue",
                                "archive",
                                "agreement",
                                "subscriber",
                                "delegation",
                                "calendar",
                                "review",
                                "payment",
                                "certificate",
                                "delivery",
                                "identification",
                                "issuance",
                                "revocation",
                                "token",
                                "application"),
                        components);
        notify = hall.get(FakeNotify.class);
        certificates = hall.get(FakeCertificates.class);
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "org.yinxin.hall.catalogue",
                "org.yinxin.hall.agreement",
                "org.yinxin.hall.subscriber",
                "org.yinxin.hall.delegation",
                "org.yinxin.hall.calendar",
                "org.yinxin.hall.review",
                "org.yinxin.hall.payment",
                "org.yinxin.hall.certificate",
                "org.yinxin.hall.delivery",
                "org.yinxin.hall.identification",
                "org.yinxin.hall.issuance",
                "org.yinxin.hall.revocation",
                "org.yinxin.hall.token",
                "org.yinxin.hall.application"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*\\.(web|wechat)\\..*|.*(Test|Room|Site|Listener\\$).*|.*\\$.*"))
    @Import(PaperArchive.class)
    static class Rooms {

        @Bean
        Publisher publisher(ApplicationEventPublisher events) {
            return new Publisher(events);
        }

        @Bean
        WebSettings webSettings() {
            return new WebSettings(true, "http://127.0.0.1:1", "https://hall.example");
        }

        @Bean
        FakeNotify fakeNotify() {
            return new FakeNotify();
        }

        @Bean
        FakeCertificates fakeCertificates(SecureRandom random) {
            return new FakeCertificates(random);
        }

        @Bean
        Authority fakeAuthority(FakeCertificates certificates) {
            return certificates.authority();
        }

        @Bean
        Custody fakeCustody(FakeCertificates certificates) {
            return certificates.custody();
        }
    }

    /** Lets a test publish what a lower room would. */
    record Publisher(ApplicationEventPublisher events) {}

    /** Remembers what was told. */
    static final class FakeNotify implements Notify {
        final List<String> told = new CopyOnWriteArrayList<>();
        volatile boolean failing;

        @Override
        public void sms(ShortMessage message) {
            told.add(message.to().value() + " " + message.template());
        }

        @Override
        public void mail(Mail letter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void inbox(
                AccountId to, String template, @Nullable String link, String... arguments) {
            if (failing) {
                throw new IllegalStateException("killed while telling");
            }
            told.add(template);
        }
    }

    <T> T use(Class<T> type) {
        return hall.get(type);
    }

    static Actor.Subscriber subscriber() {
        return new Actor.Subscriber(new AccountId(UUID.randomUUID()), "199****0001");
    }

    CaseNumber open(Actor.Subscriber who) {
        return done(use(OpenApplication.class).open(who, PLAN, NEW));
    }

    ApplicationView save(Actor who, CaseNumber number, Map<String, String> answers) {
        return done(use(SaveForm.class).save(who, number, answers));
    }

    ApplicationView view(Actor who, CaseNumber number) {
        return done(use(ViewApplication.class).view(who, number));
    }

    ApplicationView accept(Actor who, CaseNumber number) {
        AgreementView agreement = done(use(ReadAgreement.class).read(who, number));
        return done(
                use(AcceptAgreement.class)
                        .accept(who, number, agreement.version(), agreement.sm3(), "127.0.0.1"));
    }

    ApplicationView attach(Actor who, CaseNumber number, String paper) {
        // Later than the last return, and another picture each time.
        hall.clock().advance(Duration.ofSeconds(1));
        return done(
                use(AttachPaper.class)
                        .attach(who, number, paper, Pictures.png(40, 30 + paper.length())));
    }

    /** An application with everything in it, ready to be submitted. */
    CaseNumber complete(Actor.Subscriber who, String creditCode) {
        CaseNumber number = open(who);
        save(who, number, answers(creditCode));
        accept(who, number);
        for (String paper : List.of("licence", "seal", "legal-id")) {
            attach(who, number, paper);
        }
        return number;
    }

    CaseNumber submitted(Actor.Subscriber who, String creditCode) {
        CaseNumber number = complete(who, creditCode);
        done(use(SubmitApplication.class).submit(who, number));
        return number;
    }

    CaseNumber approved(Actor.Subscriber who, String creditCode) {
        CaseNumber number = submitted(who, creditCode);
        decide(number, new Decision.Approve());
        return number;
    }

    CaseNumber paid(Actor.Subscriber who, String creditCode) {
        CaseNumber number = approved(who, creditCode);
        settle(who, number);
        return number;
    }

    void decide(CaseNumber number, Decision decision) {
        hall.clock().advance(Duration.ofSeconds(1));
        Dossier dossier =
                done(use(ReadReview.class).read(People.ENTRY_OFFICER, number)).current().dossier();
        Map<String, Verdict> verdicts = new HashMap<>();
        dossier.sections()
                .forEach(
                        section -> section.items().forEach(i -> verdicts.put(i.key(), Verdict.OK)));
        dossier.papers().forEach(paper -> verdicts.put(paper.key(), Verdict.OK));
        done(use(EnterReview.class).enter(People.ENTRY_OFFICER, number, null, verdicts, ""));
        done(use(DecideReview.class).decide(People.APPROVING_OFFICER, number, null, decision));
    }

    static Decision returned(String... items) {
        return new Decision.Return(
                List.of(items).stream().map(item -> new ItemReason(item, "unclear", "")).toList());
    }

    void settle(Actor.Subscriber who, CaseNumber number) {
        var order = view(who, number).order();
        if (order == null) {
            throw new AssertionError("there is no order");
        }
        settle(number, OrderId.parse(order.id()).orElseThrow(), order);
    }

    void settle(CaseNumber number, OrderId id, ApplicationView.Order order) {
        inTransaction(
                () ->
                        publisher()
                                .publishEvent(
                                        new OrderSettled(
                                                id,
                                                number,
                                                new GateCode("PAY"),
                                                order.amount(),
                                                ChannelCode.WECHAT,
                                                hall.clock().instant())));
    }

    ApplicationEventPublisher publisher() {
        return use(Publisher.class).events();
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(use(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> work.run());
    }

    /** How all gates stand, such as {@code FORM=PASSED}. */
    static List<String> standing(ApplicationView view) {
        return view.gates().stream().map(gate -> gate.code() + "=" + gate.standing()).toList();
    }

    static List<String> fields(List<Violation> violations) {
        return violations.stream().map(Violation::field).toList();
    }

    static Map<String, String> answers(String creditCode) {
        Map<String, String> answers = new HashMap<>();
        answers.put("subjectType", "ENTERPRISE");
        answers.put("organisationName", "云岭市星河测试科技有限公司");
        answers.put("creditCode", creditCode);
        answers.put("province", "内蒙古自治区");
        answers.put("city", "云岭市");
        answers.put("district", "测试旗");
        answers.put("legalName", "测试乙");
        answers.put("legalDocument", "RESIDENT_ID");
        answers.put("legalIdentityNumber", "15010220000229002X");
        answers.put("agentName", "测试甲");
        answers.put("agentIdentityNumber", "150102199001010019");
        answers.put("agentMobile", "199 0000 0001");
        answers.put("agentEmail", "agent@example.cn");
        answers.put("address", "云岭市测试路1号星河大厦");
        return answers;
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal refusal) ->
                    throw new AssertionError("refused: " + refusal);
        };
    }

    static <T> Refusal refusal(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Refused<T>(Refusal refusal) -> refusal;
            case Outcome.Done<T>(T value) -> throw new AssertionError("not refused: " + value);
        };
    }

    @Override
    public void close() {
        hall.close();
    }
}
