package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * 深圳CA for the government procurement of Inner Mongolia, by its manual: three kinds of certificates, paid before they are
 * reviewed; who pays on line proves the unit's account by one fen and its memo. The hall stays 30 days before the end of
 * first certificates, for the renewal, which the manual does not have.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShenzhenTest {

    private static final String PLAN = "shenzhen";
    private static final String MOBILE = "19900000250";
    private static final String OWN = "6200000000000000001";

    /** The test bank sends back what goes to a number with this end. */
    private static final String REFUSED = "6200000000000004401";

    private HallOverTime hall;
    private Path media;
    private LocalDate end;
    private Pair old;
    private Pair oldOfAPerson;
    private Pair forTheKey;

    @BeforeAll
    void start_thirty_days_before_the_end_of_first_certificates(
            @TempDir(cleanup = CleanupMode.NEVER) Path data, @TempDir Path folder)
            throws IOException {
        media = folder;
        hall = new HallOverTime(data);
        old = first(MOBILE, "NEW", "organisation").through().pair();
        oldOfAPerson = first(MOBILE, "NEW_PERSON", "person").through().pair();
        forTheKey = first(MOBILE, "NEW", "organisation").through().pair();
        end = old.lastDay();
        hall.on(end.minusDays(30));
    }

    @AfterAll
    void stop() {
        hall.close();
    }

    @Test
    void offers_the_three_kinds_of_certificates_of_the_manual() {
        JsonNode units = hall.offer(PLAN, "NEW").question("product").path("options");
        assertThat(units.valueStream().map(it -> it.path("label").asString()))
                .containsExactly("机构证书", "机构个人证书");
        assertThat(hall.offer(PLAN, "NEW_PERSON").title()).startsWith("自然人证书");
    }

    @Test
    void asks_in_the_order_of_the_manual() {
        Offer offer = hall.offer(PLAN, "NEW");
        assertThat(
                        offer.inThisOrder(
                                "AGREE",
                                "FORM",
                                "UPLOAD",
                                "KYC_AGENT",
                                "SUBMIT",
                                "PAY",
                                "REVIEW",
                                "BANK_AUTH",
                                "PRODUCE",
                                "SHIP"))
                .isTrue();
        assertThat(offer.promise("REVIEW")).contains("三个工作日内");
        assertThat(offer.questions("FORM")).contains("bankName", "bankAccount");
        assertThat(offer.papers()).containsExactly("form", "licence", "seal", "applicant-id");
        for (String paper : offer.papers()) {
            assertThat(offer.paper(paper).path("maxBytes").asInt()).isEqualTo(2 * 1024 * 1024);
            assertThat(offer.paper(paper).path("stamp").asString()).isEqualTo("UNIT_SEAL");
        }
        assertThat(hall.offer(PLAN, "NEW_PERSON").gates()).doesNotContain("BANK_AUTH");
    }

    @Test
    void asks_for_the_pages_of_the_manual_and_tells_what_is_scanned_and_how() {
        Offer offer = hall.offer(PLAN, "NEW");
        assertThat(offer.questions("FORM"))
                .containsSubsequence(
                        "product",
                        "organisationName",
                        "legalName",
                        "agentName",
                        "bankAccount",
                        "address",
                        "invoice");
        assertThat(offer.question("agentMobile").path("help").asString()).contains("实名登记");
        assertThat(offer.question("applicantMobile").path("help").asString()).contains("实名登记");
        assertThat(offer.paper("form").path("help").asString()).contains("网页生成", "手写签字", "红印鲜章");
        assertThat(offer.paper("licence").path("help").asString()).contains("红印鲜章");
        assertThat(offer.paper("seal").path("help").asString()).contains("公章印模", "私章印模或签名");
    }

    @Test
    void checks_the_face_of_the_agent_and_the_account_of_who_paid_on_line() throws IOException {
        Passage passage = first("19900000251", "NEW", "organisation").identifying("FACE");
        Case subject = passage.upTo("REVIEW").subject();
        assertThat(subject.history()).containsSubsequence("身份已核验", "已支付");
        passage.pass("REVIEW");
        assertThat(subject.history()).endsWith("成功受理");
        assertThat(subject.workable()).containsExactly("BANK_AUTH");
        passage.pass("BANK_AUTH");
        assertThat(subject.history()).endsWith("金融认证成功");
        JsonNode arrived = new BankCheckStep(subject, "BANK_AUTH").transfers(OWN).get(0);
        assertThat(arrived.path("fen").asInt()).isEqualTo(1);
        assertThat(arrived.path("payeeName").asString())
                .isEqualTo(subject.answers().get("organisationName"));
        Pair pair = passage.through().pair();
        assertThat(subject.view().path("deliveries").path(0).path("way").asString())
                .isEqualTo("COURIER_COLLECT");
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void takes_another_account_after_the_bank_has_sent_the_money_back() throws IOException {
        Passage passage = first("19900000252", "NEW", "organisation").upTo("BANK_AUTH");
        Case subject = passage.subject();
        var check = new BankCheckStep(subject, "BANK_AUTH");
        check.send(REFUSED);
        check.becomes("refused");
        assertThat(subject.state("BANK_AUTH")).isEqualTo("OPEN");
        assertThat(subject.status()).contains("待单位金融认证");
        assertThat(check.transfers(REFUSED).isEmpty()).isTrue();
        assertThat(check.confirm("000000").status()).isBetween(400, 499);
        passage.pass("BANK_AUTH");
        assertThat(subject.history()).endsWith("金融认证成功");
    }

    @Test
    void voids_a_transfer_after_too_many_wrong_memos_and_makes_another() throws IOException {
        Passage passage = first("19900000253", "NEW", "organisation").upTo("BANK_AUTH");
        Case subject = passage.subject();
        var check = new BankCheckStep(subject, "BANK_AUTH");
        // Another account than other tests use, so that only these transfers are on it.
        String account = "6200000000000000019";
        check.send(account).expect(200);
        int attempts = check.becomes("sent").path("attemptsLeft").asInt();
        String memo = check.transfers(account).get(0).path("memo").asString();
        String wrong = memo.equals("111111") ? "222222" : "111111";
        assertThat(attempts).isEqualTo(3);
        assertThat(check.confirm(wrong).refusal()).contains("还可以再试 2 次");
        assertThat(check.confirm(wrong).refusal()).contains("还可以再试 1 次");
        assertThat(check.confirm(wrong).refusal()).contains("附言输错次数已满");
        assertThat(check.confirm(memo).status()).isBetween(400, 499);
        assertThat(subject.state("BANK_AUTH")).isEqualTo("OPEN");
        check.send(account).expect(200);
        check.becomes("sent");
        String another = check.transfers(account).get(0).path("memo").asString();
        assertThat(check.transfers(account).size()).isEqualTo(2);
        check.confirm(another).expect(200);
        assertThat(subject.state("BANK_AUTH")).isEqualTo("PASSED");
    }

    @Test
    void asks_for_no_check_of_the_account_that_the_money_was_transferred_from() throws IOException {
        Passage passage = first("19900000254", "NEW", "organisation").paying("transfer");
        Case subject = passage.upTo("REVIEW").pass("REVIEW").subject();
        assertThat(subject.workable()).containsExactly("PRODUCE");
        assertThat(subject.history()).endsWith("成功受理").doesNotContain("金融认证成功");
    }

    @Test
    void says_not_passed_and_takes_what_was_corrected_without_a_second_payment()
            throws IOException {
        Passage passage = first("19900000255", "NEW", "organisation").upTo("REVIEW");
        Case subject = passage.subject();
        hall.staff().giveBack(subject.number(), "licence", "no-seal");
        assertThat(subject.status()).isEqualTo("未通过");
        passage.upTo("REVIEW").pass("REVIEW");
        assertThat(subject.history()).endsWith("成功受理");
        assertThat(subject.order().path("refunds").isEmpty()).isTrue();
    }

    @Test
    void takes_a_scan_of_several_pages_and_shows_them() throws IOException {
        Case subject = first("19900000259", "NEW", "organisation").upTo("UPLOAD").subject();
        byte[] scan = Scan.of(Pictures.jpg("营业执照复印件"), 2);
        subject.owner()
                .put(subject.path("/papers/licence"), "application/octet-stream", scan)
                .expect(200);
        String pages = "/applications/" + subject.number() + "/papers/licence/pages/";
        for (int page = 1; page <= 2; page++) {
            Client.Answer shown = subject.owner().look(pages + page);
            assertThat(shown.status()).as("page %d", page).isEqualTo(200);
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(shown.bytes()));
            assertThat(picture.getWidth()).isGreaterThan(picture.getHeight()).isGreaterThan(900);
        }
        assertThat(subject.owner().look(pages + 3).status()).isEqualTo(404);
        assertThat(hall.owner(MOBILE).look(pages + 1).status()).isEqualTo(404);

        byte[] cut = Arrays.copyOf(scan, scan.length / 2);
        Client.Answer refused =
                subject.owner()
                        .put(subject.path("/papers/licence"), "application/octet-stream", cut);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.refusal()).contains("损坏");
    }

    @Test
    void names_the_person_in_the_certificate_of_a_member_and_asks_for_the_identity_card()
            throws IOException {
        Passage passage = first("19900000256", "NEW", "member").upTo("UPLOAD");
        assertThat(required(passage.subject()))
                .containsExactly("form", "licence", "seal", "applicant-id");
        Pair pair = passage.through().pair();
        assertThat(pair.view().path("subject").toString()).contains("测试丙", "云岭市星河测试科技有限公司");
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void asks_an_organisation_for_no_identity_card() throws IOException {
        Passage passage = first("19900000257", "NEW", "organisation").upTo("UPLOAD");
        assertThat(required(passage.subject())).containsExactly("form", "licence", "seal");
    }

    @Test
    void issues_to_a_natural_person_without_an_account_of_a_unit() throws IOException {
        Passage passage = first("19900000258", "NEW_PERSON", "person");
        Pair pair = passage.through().pair();
        assertThat(passage.subject().history()).contains("成功受理", "已寄出");
        assertThat(pair.view().path("subject").toString()).contains("测试丙");
        assertThat(pair.view().path("organisationCode").isNull()).isTrue();
    }

    @Test
    void renews_after_a_review_which_is_assumed() throws IOException {
        Pair pair = renew(old, "RENEW");
        assertThat(pair.lastDay()).isEqualTo(end.plusYears(1));
        pair.isAcceptedByOpenSsl();
        old.of(hall.owner(MOBILE)).becomes("SUPERSEDED");
        Pair person = renew(oldOfAPerson, "RENEW_PERSON");
        assertThat(person.lastDay()).isEqualTo(oldOfAPerson.lastDay().plusYears(1));
    }

    @Test
    void renews_at_once_with_the_key_which_is_assumed() throws IOException {
        Pair mine = forTheKey.of(hall.owner(MOBILE));
        Passage passage = hall.begin(mine, PLAN, "RENEW_ONLINE", medium());
        Pair pair = passage.through().pair();
        assertThat(passage.subject().gate("REVIEW").path("by").asString()).isEqualTo("HALL");
        assertThat(passage.subject().offer().papers()).isEmpty();
        assertThat(pair.lastDay()).isEqualTo(forTheKey.lastDay().plusYears(1));
        mine.becomes("SUPERSEDED");
    }

    private static List<String> required(Case subject) {
        return subject.view()
                .path("papers")
                .valueStream()
                .filter(it -> it.path("required").asBoolean())
                .map(it -> it.path("code").asString())
                .toList();
    }

    private Pair renew(Pair pair, String business) throws IOException {
        Medium next = medium();
        return hall.begin(pair.of(hall.owner(MOBILE)), PLAN, business, next).through().pair();
    }

    private Passage first(String mobile, String business, String product) throws IOException {
        Answers answers = Answers.ofAnotherOrganisation().with("product", product);
        Case subject = Case.open(hall.owner(mobile), hall.offer(PLAN, business), answers);
        return new Passage(subject, hall.staff(), medium());
    }

    private Medium medium() throws IOException {
        return new OpenSslKey(Files.createTempDirectory(media, "key"));
    }
}
