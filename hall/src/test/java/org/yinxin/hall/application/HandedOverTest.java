package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.fields;
import static org.yinxin.hall.application.ApplicationRoom.refusal;
import static org.yinxin.hall.application.ApplicationRoom.standing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateSettings.Way;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.delivery.AddressedDelivery;
import org.yinxin.hall.delivery.Consignees;
import org.yinxin.hall.delivery.CorrectHandover;
import org.yinxin.hall.delivery.Delivery;
import org.yinxin.hall.delivery.DeliveryError;
import org.yinxin.hall.delivery.HandOver;
import org.yinxin.hall.delivery.ListDeliveries;
import org.yinxin.hall.delivery.ReadDelivery;
import org.yinxin.hall.delivery.RequestDelivery;
import org.yinxin.hall.delivery.TypedHandover;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.testing.People;

/** 寄送, then 绑定激活. */
class HandedOverTest {

    private static final Actor HALL = new Actor.Hall("test");
    static final GateCode DELIVER = new GateCode("DELIVER");
    static final GateCode ACTIVATE = new GateCode("ACTIVATE");

    private static final TypedHandover SENT =
            new TypedHandover("COURIER_COLLECT", "示例快递", "sl 1234567890", false);
    private static final TypedHandover COLLECTED = new TypedHandover("PICKUP", "", "", true);

    private static ApplicationRoom room;
    private final Actor.Subscriber who = ApplicationRoom.subscriber();

    /** An organisation may have many here. */
    @Configuration(proxyBeanMethods = false)
    static class Files {
        @Bean
        @Primary
        PlanFiles delivering() {
            return () ->
                    new ChangedPlan("", GATES)
                            .all().stream()
                                    .map(
                                            file ->
                                                    new PlanFiles.PlanFile(
                                                            file.name(),
                                                            file.yaml()
                                                                    .replace(
                                                                            "oneCertificate: true",
                                                                            "oneCertificate: false")))
                                    .toList();
        }
    }

    static final String GATES =
            """
               - code: DELIVER
                 kind: delivery
                 title: {zh: 寄送或领取, en: Delivery}
                 after: [PRODUCE]
                 words:
                   open: {zh: 待寄送, en: To be handed over}
                   passed: {zh: 已寄出, en: Handed over}
                 ways: [COURIER_COLLECT, PICKUP]
               - code: ACTIVATE
                 kind: activation
                 title: {zh: 绑定激活, en: Activate}
                 after: [DELIVER]
                 words:
                   open: {zh: 待绑定, en: To be bound}
                   passed: {zh: 已绑定, en: Bound}
                 where: {zh: 请登录交易平台绑定证书, en: Sign in to the platform and bind it}
               """;

    @BeforeAll
    static void enter() {
        room = new ApplicationRoom(Files.class);
    }

    @AfterAll
    static void leave() {
        room.close();
    }

    private CaseNumber due(String creditCode) {
        CaseNumber number = room.complete(who, creditCode);
        room.save(who, number, Map.of("receive", "COURIER_COLLECT"));
        done(room.use(SubmitApplication.class).submit(who, number));
        room.decide(number, new Decision.Approve());
        room.settle(who, number);
        room.inTransaction(
                () ->
                        room.use(GateKeeper.class)
                                .pass(
                                        room.use(Applications.class).lock(number).orElseThrow(),
                                        new GateCode("PRODUCE"),
                                        HALL,
                                        "test"));
        return number;
    }

    private static Outcome<Delivery> handOver(Actor by, CaseNumber number, TypedHandover how) {
        return room.use(HandOver.class).handOver(by, number, DELIVER, how);
    }

    private static Outcome<Delivery> correct(Actor by, CaseNumber number, String tracking) {
        return room.use(CorrectHandover.class).correct(by, number, DELIVER, "示例快递", tracking);
    }

    private static List<CaseNumber> waiting() {
        return done(room.use(ListDeliveries.class).waiting(People.PRODUCER, null, null))
                .waiting()
                .stream()
                .map(Delivery::number)
                .toList();
    }

    @Test
    void is_due_in_the_way_asked_for_and_shows_its_address_which_is_recorded() {
        CaseNumber number = due("91150100MA0T0045X0");
        assertThat(waiting()).contains(number);

        AddressedDelivery read =
                done(room.use(ReadDelivery.class).read(People.PRODUCER, number, DELIVER));
        assertThat(read.delivery().wanted()).isEqualTo(Way.COURIER_COLLECT);
        assertThat(read.delivery().ways())
                .containsExactlyInAnyOrder(Way.COURIER_COLLECT, Way.PICKUP);
        assertThat(read.address())
                .extracting(Consignees.Line::value)
                .contains("云岭市星河测试科技有限公司", "测试甲", "19900000001", "云岭市测试路1号星河大厦")
                .doesNotContain("测试乙", "150102199001010019");
        assertThat(room.hall.journal()).contains("delivery.due", "delivery.address-read");
    }

    @Test
    void passes_the_gate_and_tells_carrier_and_number() {
        CaseNumber number = due("91150100MA0T00345Y");
        room.notify.told.clear();
        done(handOver(People.PRODUCER, number, SENT));

        ApplicationView view = room.view(who, number);
        assertThat(standing(view)).contains("DELIVER=PASSED", "ACTIVATE=OPEN");
        assertThat(view.deliveries())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.carrier()).isEqualTo("示例快递");
                            assertThat(it.trackingNumber()).isEqualTo("SL1234567890");
                        });
        assertThat(room.notify.told)
                .contains("application.inbox.sent", "19900000001 application.sms.sent");
        assertThat(waiting()).doesNotContain(number);
        assertThat(room.hall.journal()).contains("delivery.handed-over");
    }

    @Test
    void the_same_again_changes_nothing_and_something_else_is_refused() {
        CaseNumber number = due("91350211M00013FA1N");
        done(handOver(People.PRODUCER, number, SENT));
        room.notify.told.clear();

        assertThat(done(handOver(People.PRODUCER, number, SENT)).done()).isPresent();
        assertThat(room.notify.told).isEmpty();
        assertThat(refusal(handOver(People.PRODUCER, number, COLLECTED)).code())
                .isEqualTo(DeliveryError.HANDED_OVER_ALREADY);
    }

    @Test
    void refuses_everybody_but_a_producer() {
        CaseNumber number = due("91150100MA0T0045X0");
        for (Actor other : List.of(People.APPROVING_OFFICER, People.AUDITOR, who)) {
            assertThat(
                            List.of(
                                            refusal(handOver(other, number, SENT)),
                                            refusal(correct(other, number, "SL1234567891")),
                                            refusal(
                                                    room.use(ListDeliveries.class)
                                                            .waiting(other, null, null)),
                                            refusal(room.use(ListDeliveries.class).recent(other)),
                                            refusal(
                                                    room.use(ReadDelivery.class)
                                                            .read(other, number, DELIVER)))
                                    .stream()
                                    .map(Refusal::code))
                    .containsOnly(DeliveryError.NOT_A_PRODUCER);
        }
    }

    @Test
    void refuses_what_is_not_there_and_what_the_plan_does_not_offer() {
        CaseNumber number = due("91150100MA0T0045X0");
        CaseNumber unknown = new CaseNumber("2611-0000-0000");
        assertThat(refusal(handOver(People.PRODUCER, unknown, SENT)).code())
                .isEqualTo(DeliveryError.NO_SUCH_DELIVERY);
        assertThat(
                        refusal(
                                        room.use(ReadDelivery.class)
                                                .read(People.PRODUCER, unknown, DELIVER))
                                .code())
                .isEqualTo(DeliveryError.NO_SUCH_DELIVERY);
        assertThat(
                        refusal(
                                        handOver(
                                                People.PRODUCER,
                                                number,
                                                new TypedHandover(
                                                        "COURIER_PREPAID",
                                                        "示例快递",
                                                        "SL1234567890",
                                                        false)))
                                .code())
                .isEqualTo(DeliveryError.WAY_NOT_OFFERED);
    }

    @Test
    void correction_keeps_what_stood_there_and_tells_the_subscriber() {
        CaseNumber number = due("91150100MA0T0045X0");
        assertThat(refusal(correct(People.PRODUCER, number, "SL1234567891")).code())
                .isEqualTo(DeliveryError.NOT_HANDED_OVER);
        done(handOver(People.PRODUCER, number, SENT));
        room.notify.told.clear();

        done(correct(People.PRODUCER, number, "SL1234567891"));
        done(correct(People.PRODUCER, number, "SL1234567891"));
        assertThat(room.view(who, number).deliveries().getFirst().trackingNumber())
                .isEqualTo("SL1234567891");
        assertThat(room.notify.told).containsOnlyOnce("application.inbox.sent-corrected");
        assertThat(
                        room.hall
                                .jdbc()
                                .sql(
                                        "SELECT tracking_number FROM delivery_correction WHERE case_number = ?")
                                .param(number.text())
                                .query(String.class)
                                .list())
                .containsExactly("SL1234567890");
        assertThat(room.hall.journal()).contains("delivery.corrected");
        assertThat(fields(refusal(correct(People.PRODUCER, number, "?")).violations()))
                .containsExactly("trackingNumber");
    }

    @Test
    void refuses_to_correct_what_is_not_there_or_was_collected() {
        CaseNumber number = due("91150100MA0T0045X0");
        done(handOver(People.PRODUCER, number, COLLECTED));
        assertThat(refusal(correct(People.PRODUCER, number, "SL1234567891")).code())
                .isEqualTo(DeliveryError.COLLECTED_IN_PERSON);
        assertThat(
                        refusal(
                                        correct(
                                                People.PRODUCER,
                                                new CaseNumber("2611-0000-0000"),
                                                "SL1234567891"))
                                .code())
                .isEqualTo(DeliveryError.NO_SUCH_DELIVERY);
    }

    @Test
    void a_handover_that_is_killed_has_not_happened() {
        CaseNumber number = due("91150100MA0T0045X0");
        room.notify.failing = true;
        try {
            assertThatThrownBy(() -> handOver(People.PRODUCER, number, SENT))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            room.notify.failing = false;
        }
        assertThat(waiting()).contains(number);
        assertThat(standing(room.view(who, number))).contains("DELIVER=OPEN");
    }

    @Test
    void the_subscriber_says_that_it_is_activated() {
        CaseNumber number = due("91150100MA0T0045X0");
        var use = room.use(ConfirmActivation.class);
        assertThat(refusal(use.confirm(who, number, ACTIVATE)).code())
                .isEqualTo(ApplicationError.NOT_YET);
        done(handOver(People.PRODUCER, number, SENT));

        assertThat(refusal(use.confirm(who, number, DELIVER)).code())
                .isEqualTo(ApplicationError.NO_SUCH_ACTIVATION);
        assertThat(refusal(use.confirm(who, number, new GateCode("NONE"))).code())
                .isEqualTo(ApplicationError.NO_SUCH_ACTIVATION);
        assertThat(refusal(use.confirm(ApplicationRoom.subscriber(), number, ACTIVATE)).code())
                .isEqualTo(ApplicationError.NO_SUCH_APPLICATION);
        assertThat(refusal(use.confirm(People.PRODUCER, number, ACTIVATE)).code())
                .isEqualTo(ApplicationError.NOT_THE_SUBSCRIBER);

        assertThat(standing(done(use.confirm(who, number, ACTIVATE)))).contains("ACTIVATE=PASSED");
        assertThat(standing(done(use.confirm(who, number, ACTIVATE)))).contains("ACTIVATE=PASSED");
        assertThat(
                        room.hall
                                .jdbc()
                                .sql(
                                        "SELECT evidence FROM application_gate_history WHERE number = ? AND gate = 'ACTIVATE' AND became = 'PASSED'")
                                .param(number.text())
                                .query(String.class)
                                .list())
                .containsExactly("told by the subscriber");
    }

    @Test
    void refuses_activation_of_what_has_ended() {
        CaseNumber number = due("91150100MA0T0045X0");
        done(handOver(People.PRODUCER, number, SENT));
        refuse(number, ACTIVATE);
        assertThat(refusal(room.use(ConfirmActivation.class).confirm(who, number, ACTIVATE)).code())
                .isEqualTo(ApplicationError.ENDED);
    }

    @Test
    void is_withdrawn_when_the_case_does_not_wait_any_more() {
        CaseNumber number = due("91150100MA0T0045X0");
        refuse(number, DELIVER);
        assertThat(waiting()).doesNotContain(number);
        assertThat(refusal(handOver(People.PRODUCER, number, SENT)).code())
                .isEqualTo(DeliveryError.NOT_DUE);
    }

    @Test
    void what_was_withdrawn_becomes_due_again_but_nothing_is_handed_over_twice() {
        CaseNumber number = due("91150100MA0T0045X0");
        var use = room.use(RequestDelivery.class);
        use.withdraw(HALL, number, DELIVER);
        assertThat(waiting()).doesNotContain(number);
        use.request(HALL, number, DELIVER, Set.of(Way.PICKUP), null);
        assertThat(waiting()).contains(number);

        done(handOver(People.PRODUCER, number, COLLECTED));
        use.withdraw(HALL, number, DELIVER);
        assertThat(use.request(HALL, number, DELIVER, Set.of(Way.PICKUP), null).done()).isPresent();
        assertThat(waiting()).doesNotContain(number);
    }

    private static void refuse(CaseNumber number, GateCode gate) {
        var keeper = room.use(GateKeeper.class);
        room.inTransaction(
                () -> {
                    Application found = room.use(Applications.class).lock(number).orElseThrow();
                    keeper.take(
                            found,
                            found.gates().refuse(gate, List.of(), keeper.now(), HALL.reference()),
                            HALL);
                });
    }
}
