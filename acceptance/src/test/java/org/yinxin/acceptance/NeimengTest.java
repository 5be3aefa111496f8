package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * 内蒙CA, by its manual for the platform: reviewed, then paid by WeChat or by a bank transfer with its voucher, then made; with
 * the change of the sign-in number that a reviewer passes, and a certificate that is opened to further projects.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeimengTest {

    private OneSystem system;
    private LocalDate end;
    private Client.Answer asked31DaysBefore;
    private Pair old;
    private Pair renewed;

    @BeforeAll
    void live_until_the_last_month(
            @TempDir(cleanup = CleanupMode.NEVER) Path data, @TempDir Path media) {
        system = new OneSystem(data, media, "neimeng", "19900000290");
        old = system.issue();
        end = old.lastDay();
        system.on(end.minusDays(31));
        asked31DaysBefore = system.tryBegin(old, "RENEW");
        system.on(end.minusDays(30));
        renewed = system.begin(old, "RENEW").paying("transfer").through().pair();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void offers_the_businesses_of_the_platform() {
        assertThat(system.offers())
                .extracting(Offer::title)
                .containsExactly(
                        "单位证书新办",
                        "证书更新（延期、续费）",
                        "信息变更",
                        "丢失补办",
                        "注销",
                        "应用开通",
                        "专家（个人）证书新办",
                        "专家（个人）证书年审",
                        "专家（个人）证书信息变更",
                        "专家（个人）证书丢失补办",
                        "专家（个人）证书注销",
                        "变更手机号");
    }

    @Test
    void reviews_then_takes_the_money_then_makes_the_certificate() {
        for (String business : new String[] {"NEW", "RENEW", "CHANGE", "REISSUE_LOST"}) {
            Offer offer = system.offer(business);
            assertThat(offer.inThisOrder("FORM", "SUBMIT", "REVIEW", "PAY", "PRODUCE"))
                    .as(business)
                    .isTrue();
            assertThat(offer.papers()).startsWith("licence", "seal", "legal-id");
            for (String paper : offer.papers()) {
                assertThat(offer.paper(paper).path("maxBytes").asInt()).isEqualTo(1024 * 1024);
                assertThat(offer.paper(paper).path("formats").toString())
                        .contains("jpeg", "jpg", "png", "bmp");
            }
            assertThat(offer.paper("licence").path("stamp").asString()).isEqualTo("UNIT_SEAL");
            assertThat(sampling(offer)).contains("单位公章三次", "法定代表人私章三次", "签名三次", "正红", "不压线");
            assertThat(offer.questions("FORM"))
                    .contains("invoice", "invoiceTitle", "invoiceEmail", "invoiceBank");
        }
        for (String business : new String[] {"RENEW", "CHANGE", "REISSUE_LOST"}) {
            assertThat(system.offer(business).papers())
                    .containsExactly("licence", "seal", "legal-id");
        }
    }

    private static String sampling(Offer offer) {
        var told = new StringBuilder();
        offer.papers().forEach(paper -> told.append(offer.paper(paper).path("help").asString("")));
        return told.toString();
    }

    @Test
    void goes_the_way_of_the_manual_to_the_first_certificate() {
        Offer first = system.offer("NEW");
        assertThat(
                        first.inThisOrder(
                                "AGENT",
                                "KYC_AGENT",
                                "ORGANISATION",
                                "KYC_ORG",
                                "AGREE",
                                "UPLOAD",
                                "SIGN_CONFIRM",
                                "FORM",
                                "SUBMIT",
                                "REVIEW",
                                "PAY",
                                "PRODUCE",
                                "SHIP"))
                .isTrue();
        assertThat(first.inThisOrder("SIGN_CONFIRM", "UPLOAD_LEGAL", "SUBMIT")).isTrue();
        assertThat(first.inThisOrder("SIGN_CONFIRM", "UPLOAD_INSTITUTION", "SUBMIT")).isTrue();
        assertThat(first.papersOf("UPLOAD")).containsExactly("licence", "seal", "legal-id");
        assertThat(first.papersOf("UPLOAD_LEGAL")).containsExactly("legal-seal", "legal-signature");
        assertThat(first.papersOf("UPLOAD_INSTITUTION"))
                .startsWith("application-form", "letter", "institution-licence");
        for (String stamped : new String[] {"application-form", "letter", "institution-licence"}) {
            assertThat(first.paper(stamped).path("stamp").asString()).isEqualTo("UNIT_SEAL");
        }
        assertThat(first.questions("FORM"))
                .contains("district", "address", "postcode", "contactName", "contactEmail")
                .contains("delivery", "invoiceAddress", "invoiceTelephone");
        assertThat(first.question("project").path("options").toString())
                .contains("政府采购", "公共资源交易", "内蒙古自治区医保局");
    }

    @Test
    void lets_an_institution_go_on_that_the_register_does_not_know_and_tells_the_reviewer() {
        Answers institution =
                Answers.ofAnotherOrganisation()
                        .with("creditCode", "1215010046000001XX")
                        .with("subjectType", "INSTITUTION");
        Passage passage = system.first(institution);
        passage.pass("AGENT", "KYC_AGENT", "ORGANISATION", "KYC_ORG", "AGREE");
        assertThat(passage.subject().workable()).containsExactly("SIGN_CONFIRM");
        passage.upTo("REVIEW");
        assertThat(papers(passage))
                .containsExactlyInAnyOrder(
                        "legal-seal",
                        "legal-signature",
                        "application-form",
                        "letter",
                        "institution-licence");
        assertThat(passage.subject().history()).doesNotContain("附件已上传");
        Staff staff = system.hall().staff();
        String number = passage.subject().number();
        assertThat(staff.review(number).toString()).contains("验证机构查不到");
        Client.Answer unseen = staff.enter(number, Map.of());
        assertThat(unseen.status()).isEqualTo(422);
        assertThat(unseen.body().path("errors").toString()).contains("verdict.organisationName");
        staff.enter(number, Map.of("organisationName", "ok")).expect(200);
        staff.decide(staff.approvingOfficer(), number, "approve", List.of()).expect(200);
        passage.through().pair().isAcceptedByOpenSsl();
    }

    @Test
    void asks_for_neither_invoice_nor_money_in_the_project_of_the_health_insurance() {
        Passage enterprise =
                system.first(Answers.ofAnotherOrganisation().with("project", "health"))
                        .upTo("REVIEW");
        assertThat(papers(enterprise)).containsExactlyInAnyOrder("licence", "seal", "legal-id");
        assertThat(enterprise.subject().view().path("form").path("invoice").isMissingNode())
                .isTrue();
        enterprise.pass("REVIEW");
        assertThat(enterprise.subject().status()).isEqualTo("等待制证发证");
        assertThat(enterprise.subject().history()).contains("资料审核通过").doesNotContain("支付成功");
        enterprise.through().pair().isAcceptedByOpenSsl();

        Passage institution =
                system.first(
                                Answers.ofAnotherOrganisation()
                                        .with("project", "health")
                                        .with("subjectType", "INSTITUTION"))
                        .upTo("REVIEW");
        assertThat(papers(institution))
                .containsExactlyInAnyOrder(
                        "application-form",
                        "letter",
                        "institution-licence",
                        "institution-legal-seal",
                        "institution-legal-signature");
    }

    private static List<String> papers(Passage passage) {
        return passage.subject()
                .view()
                .path("papers")
                .valueStream()
                .map(paper -> paper.path("code").asString())
                .toList();
    }

    @Test
    void identifies_a_corrected_agent_again_and_asks_for_no_paper_twice() {
        Passage passage = system.first().upTo("REVIEW");
        String number = passage.subject().number();
        system.hall().staff().giveBack(number, "agentName", "wrong");
        assertThat(passage.subject().status()).isEqualTo("资料审核未通过，请修改经办人信息");
        passage.pass("AGENT", "KYC_AGENT");
        assertThat(passage.subject().workable()).containsExactly("KYC_ORG");
        passage.pass("KYC_ORG");
        assertThat(passage.subject().workable()).containsExactly("SIGN_CONFIRM");
        passage.pass("SIGN_CONFIRM");
        assertThat(passage.subject().workable()).containsExactly("SUBMIT");
        passage.pass("SUBMIT");
        system.hall().staff().giveBack(number, "legal-seal", "crooked");
        assertThat(passage.subject().workable()).containsExactly("UPLOAD_LEGAL");
    }

    @Test
    void gives_a_review_expert_a_certificate_and_another_one_after_a_loss(@TempDir Path key) {
        Answers expert = Answers.ofAnotherOrganisation().with("workplace", "云岭市示例单位");
        Passage first = system.first(expert, "NEW_EXPERT");
        assertThat(first.subject().offer().papers())
                .containsExactly("application-form", "signature", "expert-id");
        assertThat(first.subject().offer().paper("signature").path("help").asString())
                .contains("签写三次", "签名不压边框");
        Pair lost = first.through().pair();
        assertThat(lost.view().path("subject").toString()).contains("测试丙");
        Passage reissue =
                new Passage(
                        Case.about(lost, system.offer("REISSUE_EXPERT")),
                        system.hall().staff(),
                        new OpenSslKey(key));
        Pair found = reissue.through().pair();
        lost.becomes("REVOKED");
        assertThat(found.notAfter()).isEqualTo(lost.notAfter());
        assertThat(found.status()).isEqualTo("VALID");
    }

    @Test
    void says_the_status_words_of_the_manual() {
        Passage passage = system.first().upTo("REVIEW");
        assertThat(passage.subject().status()).isEqualTo("待审核");
        passage.pass("REVIEW");
        assertThat(passage.subject().status()).isEqualTo("资料审核通过");
        passage.pass("PAY");
        assertThat(passage.subject().status()).isEqualTo("等待制证发证");
        assertThat(passage.subject().history()).contains("资料审核通过", "支付成功");
        passage.through().pair().isAcceptedByOpenSsl();
    }

    @Test
    void takes_a_first_payment_by_bank_transfer_with_a_voucher_too() {
        Answers invoiced =
                Answers.ofAnotherOrganisation()
                        .with("invoice", "ORDINARY")
                        .with("invoiceTitle", "云岭市星河测试科技有限公司")
                        .with("invoiceEmail", "invoice@example.invalid");
        Passage passage = system.first(invoiced).paying("transfer").upTo("PAY");
        assertThat(passage.subject().gate("PAY").path("settings").path("channels").toString())
                .isEqualTo("[\"wechat\",\"transfer\"]");
        passage.pass("PAY");
        assertThat(passage.subject().status()).isEqualTo("等待制证发证");
        assertThat(passage.subject().history()).contains("支付成功");
    }

    @Test
    void lets_a_unit_have_one_certificate_only() {
        Passage second = system.first(old.answers());
        second.upTo("SUBMIT");
        Client.Answer refused =
                second.subject().owner().post(second.subject().path("/submission"), Map.of());
        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void renews_by_a_bank_transfer_in_the_last_month() {
        assertThat(asked31DaysBefore.status()).isEqualTo(409);
        assertThat(asked31DaysBefore.refusal())
                .isEqualTo("可办理日期：" + end.minusDays(30) + " 起；您的证书 " + end + " 到期。");
        assertThat(renewed.lastDay()).isEqualTo(end.plusYears(1));
        system.mine(old).becomes("SUPERSEDED");
        renewed.isAcceptedByOpenSsl();
    }

    @Test
    void changes_what_the_certificate_says() {
        Pair before = system.issue();
        Answers changed = before.answers().with("organisationName", "云岭市星河更名科技有限公司");
        Pair after = system.begin(before, "CHANGE", changed).through().pair();
        assertThat(after.notAfter()).isEqualTo(before.notAfter());
        assertThat(after.view().path("subject").toString()).contains("云岭市星河更名科技有限公司");
        before.becomes("SUPERSEDED");
        after.isAcceptedByOpenSsl();
    }

    @Test
    void revokes_a_lost_key_as_soon_as_the_review_has_passed() {
        Pair lost = system.issue();
        Passage reissue = system.begin(lost, "REISSUE_LOST").upTo("REVIEW");
        assertThat(lost.status()).isEqualTo("VALID");
        reissue.pass("REVIEW");
        lost.becomes("REVOKED");
        Pair found = reissue.through().pair();
        assertThat(found.notAfter()).isEqualTo(lost.notAfter());
        found.isAcceptedByOpenSsl();
    }

    @Test
    void revokes_on_request_and_frees_the_place_of_the_unit() {
        Pair pair = system.issue();
        Passage revocation = system.begin(pair, "REVOKE").through();
        assertThat(revocation.subject().history()).contains("证书已注销");
        pair.becomes("REVOKED");
        assertThat(system.tryBegin(pair, "CHANGE").status()).isEqualTo(409);
        assertThat(system.first(pair.answers()).through().pair().status()).isEqualTo("VALID");
    }

    @Test
    void opens_a_further_project_to_a_certificate_once_and_a_successor_keeps_it() {
        Pair pair = system.issue();
        Answers health = pair.answers().with("project", "health");
        Passage opening = system.begin(pair, "OPEN_APPLICATION", health).through();
        assertThat(opening.subject().history()).contains("应用已开通");
        assertThat(pair.view().path("enabled").path(0).path("project").asString())
                .isEqualTo("neimeng:health");
        assertThat(pair.view().path("enabled").path(0).path("caseNumber").asString())
                .isEqualTo(opening.subject().number());
        Passage again = system.begin(pair, "OPEN_APPLICATION", health).upTo("SUBMIT");
        Client.Answer refused =
                again.subject().owner().post(again.subject().path("/submission"), Map.of());
        assertThat(refused.refusal()).contains("已经开通过");
        Answers changed = pair.answers().with("organisationName", "云岭市星河更名科技有限公司");
        Pair after = system.begin(pair, "CHANGE", changed).through().pair();
        assertThat(after.view().path("enabled")).hasSize(1);
        assertThat(
                        system.hall()
                                .staff()
                                .entryOfficer()
                                .get("/api/v1/staff/certificates/" + after.serial())
                                .expect(200)
                                .path("enabled"))
                .hasSize(1);
    }

    @Test
    void changes_the_number_that_an_account_signs_in_with() {
        String from = "19900000398";
        String to = "19900000399";
        Client owner = system.hall().owner(from);
        Offer offer = system.offer("CHANGE_MOBILE");
        assertThat(offer.inThisOrder("FORM", "NEW_CODE", "OLD_CODE", "SUBMIT", "REVIEW", "SWITCH"))
                .isTrue();
        Answers answers =
                Answers.ofAnotherOrganisation()
                        .with("oldMobile", from)
                        .with("newMobile", to)
                        .with("holderName", "测试甲");
        Passage passage =
                new Passage(
                        Case.open(owner, offer, answers), system.hall().staff(), renewed.medium());
        passage.upTo("REVIEW");
        system.hall().staff().approve(passage.subject().number());
        assertThat(owner.get("/api/v1/applications").status()).isEqualTo(401);
        Client again = signedIn(to);
        Case mine = new Case(again, offer, answers, passage.subject().number());
        assertThat(mine.finished()).isTrue();
        assertThat(mine.status()).isEqualTo("手机号变更成功");
    }

    /** With the code of the sign-in: another one was sent to this number before. */
    private Client signedIn(String mobile) {
        String address = system.hall().hall().address();
        Client nobody = Client.anonymous(address);
        nobody.post("/api/v1/sign-in/codes", Map.of("mobile", mobile)).expect(202);
        String code = nobody.codeAfter(mobile, "用于登录", 0);
        String token =
                nobody.post("/api/v1/sign-in", Map.of("mobile", mobile, "code", code))
                        .expect(200)
                        .path("token")
                        .asString();
        return new Client(address, token);
    }
}
