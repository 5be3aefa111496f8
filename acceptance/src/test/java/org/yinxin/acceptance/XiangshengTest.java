package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * CFCA through 江苏翔晟, by its price list and form: papers and money first, then the review, and at the end the certificate is
 * activated on the trading platform.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XiangshengTest {

    private OneSystem system;
    private LocalDate end;
    private Client.Answer askedTooEarly;
    private Passage renewal;

    @BeforeAll
    void live_until_the_last_weeks(
            @TempDir(cleanup = CleanupMode.NEVER) Path data, @TempDir Path media) {
        system = new OneSystem(data, media, "xiangsheng", "19900000280");
        Pair old = system.issue();
        end = old.lastDay();
        askedTooEarly = system.tryBegin(old, "RENEW");
        system.on(end.minusDays(90));
        Answers twoYears = old.answers().with("years", "2");
        renewal = system.begin(old, "RENEW", twoYears).through();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void offers_the_businesses_of_the_form() {
        assertThat(system.offers())
                .extracting(Offer::title)
                .containsExactly("新办", "年检（续费）", "变更", "补办（丢失）", "补办（损坏）", "增办副锁");
        assertThat(system.offer("NEW").question("product").path("options").toString())
                .contains("企业", "个人");
        assertThat(system.offer("NEW").questions("FORM"))
                .contains("licenceNumber", "unitAddress", "secondaryKeys", "applicantAddress");
        assertThat(system.offer("NEW").paper("seal").path("help").asString())
                .contains("请勿重叠压线", "公安部门登记备案", "一个数字证书对应一个电子签章");
        assertThat(system.offer("NEW").paper("authorisation").path("help").asString())
                .contains("无转委权");
    }

    @Test
    void takes_papers_and_money_in_any_order_before_the_review() {
        for (Offer offer : system.offers()) {
            assertThat(offer.inThisOrder("SUBMIT", "PAY", "REVIEW", "PRODUCE", "ACTIVATE"))
                    .as(offer.title())
                    .isTrue();
            assertThat(offer.inThisOrder("UPLOAD", "REVIEW")).isTrue();
            assertThat(offer.inAnyOrder("UPLOAD", "PAY")).isTrue();
            assertThat(offer.papers())
                    .containsExactly("form", "licence", "authorisation", "agent-id", "seal");
        }
    }

    @Test
    void costs_250_450_or_850_yuan_for_one_two_or_four_years() {
        String[][] prices = {{"1", "25000"}, {"2", "45000"}, {"4", "85000"}};
        for (String[] price : prices) {
            Passage passage = system.first(another().with("years", price[0])).upTo("PAY");
            assertThat(passage.subject().bill()).isEqualTo(Integer.parseInt(price[1]));
        }
        Passage both =
                system.first(another().with("years", "1").with("secondaryKeys", "1")).upTo("PAY");
        assertThat(both.subject().bill()).isEqualTo(500_00);
    }

    @Test
    void issues_what_was_paid_and_reviewed_and_is_activated_on_the_platform() {
        Passage passage = system.first().upTo("REVIEW");
        assertThat(passage.subject().history()).contains("已支付", "材料已提交");
        assertThat(passage.subject().status()).isEqualTo("待审核");
        passage.upTo("ACTIVATE");
        assertThat(passage.subject().status()).isEqualTo("待在交易平台激活");
        Pair pair = passage.through().pair();
        assertThat(passage.subject().history()).contains("已在交易平台激活");
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void gives_the_money_back_where_the_papers_are_refused() {
        Case subject = system.first().upTo("REVIEW").subject();
        system.hall().staff().refuse(subject.number(), "expired");
        assertThat(subject.status()).isEqualTo("审核未通过，申请已驳回，款项原路退还");
        Client.await(
                "the refund",
                () ->
                        subject.order()
                                .path("refunds")
                                .valueStream()
                                .filter(it -> "refunded".equals(it.path("state").asString()))
                                .findFirst());
        assertThat(Fen.of(subject.order().path("refunds").path(0).path("amount")))
                .isEqualTo(250_00);
    }

    @Test
    void renews_for_two_years_for_400_yuan() {
        assertThat(askedTooEarly.status()).isEqualTo(409);
        assertThat(askedTooEarly.refusal()).contains(end.minusDays(90) + " 起");
        assertThat(renewal.subject().bill()).isEqualTo(400_00);
        assertThat(renewal.pair().lastDay()).isEqualTo(end.plusYears(2));
        renewal.pair().isAcceptedByOpenSsl();
        assertThat(system.offer("RENEW").fen()).isEqualTo(200_00);
    }

    @Test
    void changes_the_legal_representative_by_the_same_flow() {
        Pair before = system.issue();
        Answers changed =
                before.answers()
                        .with("legalName", "测试戊")
                        .with("legalIdentityNumber", "15010220000229002X");
        Pair after = system.begin(before, "CHANGE", changed).through().pair();
        assertThat(after.notAfter()).isEqualTo(before.notAfter());
        before.becomes("SUPERSEDED");
        after.isAcceptedByOpenSsl();
    }

    @Test
    void reissues_lost_and_damaged_keys_for_fifty_yuan_each() {
        for (String business : new String[] {"REISSUE_LOST", "REISSUE_DAMAGED"}) {
            Pair before = system.issue();
            Passage reissue = system.begin(before, business).upTo("PAY");
            assertThat(reissue.subject().bill()).as(business).isEqualTo(50_00);
            Pair after = reissue.through().pair();
            assertThat(after.notAfter()).isEqualTo(before.notAfter());
            before.becomes("REISSUE_LOST".equals(business) ? "REVOKED" : "SUPERSEDED");
            after.isAcceptedByOpenSsl();
        }
    }

    @Test
    void adds_a_secondary_key_beside_the_main_one() {
        Pair main = system.issue();
        Passage adding = system.begin(main, "ADD_KEY").upTo("PAY");
        assertThat(adding.subject().bill()).isEqualTo(250_00);
        Pair secondary = adding.through().pair();
        assertThat(secondary.notAfter()).isEqualTo(main.notAfter());
        assertThat(main.status()).isEqualTo("VALID");
        secondary.isAcceptedByOpenSsl();
    }

    @Test
    void issues_a_person_a_certificate_of_their_own() {
        Pair pair = system.first(another().with("product", "person")).through().pair();
        assertThat(pair.view().path("subject").toString()).contains("测试丙");
    }

    private static Answers another() {
        return Answers.ofAnotherOrganisation();
    }
}
