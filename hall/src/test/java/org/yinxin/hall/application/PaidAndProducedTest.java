package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.refusal;
import static org.yinxin.hall.application.ApplicationRoom.standing;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.authority.PairOrder;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.issuance.IssuanceError;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.OrderId;
import org.yinxin.hall.payment.PaymentError;
import org.yinxin.hall.payment.PaymentGuard;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.People;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequests;

/** From the money to the certificates. */
class PaidAndProducedTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static ApplicationRoom room;
    private final Actor.Subscriber who = ApplicationRoom.subscriber();
    private final KeyPair key = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);

    @BeforeAll
    static void enter() {
        room = new ApplicationRoom();
    }

    @AfterAll
    static void leave() {
        room.close();
    }

    @Test
    void opens_production_when_the_order_is_settled() {
        CaseNumber number = room.paid(who, "91150100MA0T0045X0");
        ApplicationView view = room.view(who, number);

        assertThat(standing(view)).contains("PAY=PASSED", "PRODUCE=OPEN");
        assertThat(view.status().words().zh()).contains("支付成功");
        assertThat(room.notify.told).contains("application.inbox.settled");
    }

    @Test
    void ignores_money_that_it_does_not_wait_for_and_journals_it() {
        CaseNumber number = room.approved(who, "91150100MA0T00345Y");
        var order = Objects.requireNonNull(room.view(who, number).order());
        room.settle(number, new OrderId(UUID.randomUUID()), order);
        assertThat(standing(room.view(who, number))).contains("PAY=OPEN");
        assertThat(room.hall.journal()).contains("application.payment-ignored");

        room.settle(who, number);
        ApplicationView once = room.view(who, number);
        room.settle(who, number);
        assertThat(room.view(who, number)).isEqualTo(once);
    }

    @Test
    void refuses_to_pay_what_is_not_to_be_paid() {
        CaseNumber number = room.open(who);
        PayApplication pay = room.use(PayApplication.class);
        assertThat(refusal(pay.pay(who, number, "wechat")).code())
                .isEqualTo(ApplicationError.NOT_TO_BE_PAID);
        assertThat(refusal(pay.pay(who, number, "Gold!")).code())
                .isEqualTo(PaymentError.CHANNEL_NOT_OFFERED);
        assertThat(room.use(PaymentGuard.class).refusal(number))
                .hasValueSatisfying(
                        refusal ->
                                assertThat(refusal.code())
                                        .isEqualTo(ApplicationError.NOT_TO_BE_PAID));
    }

    @Test
    void looks_at_eligibility_again_before_money_and_before_issue() {
        CaseNumber number = room.approved(who, "91150100MA0T00222X");
        assertThat(room.use(PaymentGuard.class).refusal(number)).isEmpty();
        takePlaceAway(number);
        assertThat(room.use(PaymentGuard.class).refusal(number))
                .hasValueSatisfying(
                        refusal ->
                                assertThat(refusal.code())
                                        .isEqualTo(ApplicationError.HOLDER_HAS_ONE));
        room.settle(who, number);
        assertThat(refusal(produce(who, number)).code()).isEqualTo(ApplicationError.HOLDER_HAS_ONE);
    }

    @Test
    void produces_only_when_it_is_time_and_only_for_makers() {
        CaseNumber number = room.approved(who, "91150100MA0T0002X6");
        assertThat(refusal(produce(who, number)).code())
                .isEqualTo(ApplicationError.NOT_TO_BE_PRODUCED);
        room.settle(who, number);
        assertThat(refusal(produce(People.ENTRY_OFFICER, number)).code())
                .isEqualTo(ApplicationError.NO_SUCH_APPLICATION);
        ListProductions list = room.use(ListProductions.class);
        assertThat(refusal(list.list(People.ENTRY_OFFICER, null)).code())
                .isEqualTo(ApplicationError.NOT_A_MAKER);
        assertThat(done(list.list(People.PRODUCER, null)).cases())
                .extracting(ApplicationSummary::number)
                .contains(number);
    }

    @Test
    void issues_exactly_what_was_approved_and_finishes_with_the_proof() throws Exception {
        CaseNumber number = room.paid(who, "91150100MA0T00070H");
        ProductionView pair = done(produce(who, number));

        PairOrder ordered =
                room.certificates.orders.values().stream()
                        .filter(order -> "91150100MA0T00070H".equals(order.organisationCode()))
                        .findFirst()
                        .orElseThrow();
        assertThat(ordered.authority().value()).isEqualTo("yinxin-demo");
        assertThat(ordered.subject())
                .isEqualTo(
                        new SubjectName(
                                "CN",
                                "内蒙古自治区",
                                "云岭市",
                                "云岭市星河测试科技有限公司",
                                List.of(),
                                "云岭市星河测试科技有限公司"));
        assertThat(done(produce(who, number)).toSign()).isEqualTo(pair.toSign());

        ConfirmProduction confirm = room.use(ConfirmProduction.class);
        assertThat(refusal(confirm.confirm(who, number, new byte[64], new byte[32])).code())
                .isEqualTo(IssuanceError.PROOF_WRONG);
        byte[] signature = new SoftwareSigningKey(key).sign(pair.toSign());
        KeyPair encryption = Sm2EnvelopedKey.parse(pair.envelope()).open(key.getPrivate());
        byte[] opened = Sm2Encryption.decrypt(encryption.getPrivate(), pair.encrypted());
        ApplicationView view = done(confirm.confirm(who, number, signature, opened));

        assertThat(view.status().code()).isEqualTo("FINISHED");
        assertThat(view.status().words().zh()).isEqualTo("已办结");
        assertThat(view.next()).isNull();
        assertThat(view.certificates()).hasSize(2);
        assertThat(done(confirm.confirm(who, number, signature, opened)).timeline())
                .isEqualTo(view.timeline());
        assertThat(room.notify.told).contains("application.inbox.issued");
    }

    @Test
    void gives_the_organisation_no_second_certificate_while_the_first_runs() throws Exception {
        String code = "53100000MJ0000018M";
        finish(room.paid(who, code));
        CaseNumber second = room.complete(who, code);
        assertThat(refusal(room.use(SubmitApplication.class).submit(who, second)).code())
                .isEqualTo(ApplicationError.HOLDER_HAS_ONE);
        room.hall.clock().advance(Duration.ofDays(366));
        done(room.use(SubmitApplication.class).submit(who, second));
    }

    @Test
    void lets_a_producer_make_them_at_the_counter() throws Exception {
        CaseNumber number = room.paid(who, "1215010046000001XX");
        ProductionView pair = done(produce(People.PRODUCER, number));
        assertThat(pair.chain()).hasSize(2);
        confirm(People.PRODUCER, number, pair);
        assertThat(room.view(who, number).timeline().getLast().who())
                .isEqualTo(ApplicationView.Who.STAFF);
    }

    @Test
    void refuses_what_differs_from_what_was_approved() {
        CaseNumber number = room.paid(who, "11150000011500000C");
        CaseNumber other = room.submitted(ApplicationRoom.subscriber(), "51500000500000015J");
        room.hall
                .jdbc()
                .sql(
                        """
                        UPDATE application SET submitted_subject =
                               (SELECT submitted_subject FROM application WHERE number = :other)
                         WHERE number = :number
                        """)
                .param("other", other.text())
                .param("number", number.text())
                .update();
        assertThat(refusal(produce(who, number)).code())
                .isEqualTo(ApplicationError.NOT_AS_APPROVED);
        assertThat(room.hall.journal()).contains("application.not-as-approved");
    }

    @Test
    void orders_anew_after_the_authority_refused() {
        CaseNumber number = room.paid(who, "91310110666007217T");
        room.certificates.refusing = true;
        try {
            assertThat(refusal(produce(who, number)).code())
                    .isEqualTo(IssuanceError.AUTHORITY_REFUSED);
        } finally {
            room.certificates.refusing = false;
        }
        assertThat(done(produce(who, number)).chain()).hasSize(2);
    }

    private Outcome<ProductionView> produce(Actor actor, CaseNumber number) {
        byte[] request =
                SigningRequests.build(
                        new SoftwareSigningKey(key),
                        new SubjectName("CN", null, null, "x", List.of(), "x"));
        // One request a key: a signature is random, so building it anew would be another request.
        byte[] same = requests.computeIfAbsent(number, _ -> request);
        return room.use(ProduceCertificates.class).produce(actor, number, same);
    }

    private final Map<CaseNumber, byte[]> requests = new HashMap<>();

    private void finish(CaseNumber number) throws Exception {
        confirm(who, number, done(produce(who, number)));
    }

    private void confirm(Actor actor, CaseNumber number, ProductionView pair) throws Exception {
        byte[] signature = new SoftwareSigningKey(key).sign(pair.toSign());
        KeyPair encryption = Sm2EnvelopedKey.parse(pair.envelope()).open(key.getPrivate());
        byte[] opened = Sm2Encryption.decrypt(encryption.getPrivate(), pair.encrypted());
        done(room.use(ConfirmProduction.class).confirm(actor, number, signature, opened));
    }

    private static void takePlaceAway(CaseNumber number) {
        room.hall
                .jdbc()
                .sql("UPDATE application SET holder_claimed = false WHERE number = :number")
                .param("number", number.text())
                .update();
    }
}
