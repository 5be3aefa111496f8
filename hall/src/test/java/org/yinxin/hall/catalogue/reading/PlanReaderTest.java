package org.yinxin.hall.catalogue.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.SubjectRule.Source;

class PlanReaderTest {

    private static final String RELEASED = read("/plans/neimeng.yaml");
    private static final String SIMPLE = read("/plans/xinghe.yaml");

    @Test
    void reads_the_first_released_plan_without_a_fault() {
        Plan plan = sound(RELEASED);

        assertThat(plan.code().text()).isEqualTo("neimeng");
        assertThat(plan.products().getFirst().years()).containsExactly(1);
        assertThat(plan.products().getFirst().subject().commonName())
                .isEqualTo(new Source.Field("organisationName"));
        BusinessPlan business = plan.business(new BusinessCode("NEW")).orElseThrow();
        assertThat(business.gates())
                .extracting(gate -> gate.code().text())
                .containsExactly(
                        "AGENT",
                        "KYC_AGENT",
                        "ORGANISATION",
                        "KYC_ORG",
                        "AGREE",
                        "UPLOAD",
                        "SIGN_CONFIRM",
                        "FORM",
                        "UPLOAD_LEGAL",
                        "UPLOAD_INSTITUTION",
                        "SUBMIT",
                        "REVIEW",
                        "PAY",
                        "PRODUCE",
                        "SHIP");
        assertThat(business.papers())
                .allSatisfy(paper -> assertThat(paper.maxBytes()).isEqualTo(1024 * 1024))
                .allSatisfy(
                        paper ->
                                assertThat(paper.formats())
                                        .isEqualTo(Set.of("jpeg", "jpg", "png", "bmp")));
        assertThat(business.total(1, Map.of())).isEqualTo(Money.yuan("280.00"));
        assertThat(business.limits().oneCertificate()).isTrue();
    }

    @Test
    void takes_documents_where_a_plan_says_so() {
        String plan = RELEASED.replaceFirst("formats: \\[[^]]*]", "formats: [jpg, pdf]");
        assertThat(sound(plan).business(new BusinessCode("NEW")).orElseThrow().papers())
                .extracting(PaperRequirement::formats)
                .contains(Set.of("jpg", "pdf"));
    }

    @Test
    void reviews_before_it_takes_money_in_the_words_of_the_manual() {
        BusinessPlan business = sound(RELEASED).businesses().getFirst();

        GatePlan review = business.gate(new GateCode("REVIEW")).orElseThrow();
        GatePlan pay = business.gate(new GateCode("PAY")).orElseThrow();
        assertThat(pay.after()).containsExactly(review.code());
        assertThat(pay.lasting()).isTrue();
        assertThat(review.words().open().zh()).isEqualTo("待审核");
        assertThat(pay.words().open().zh()).isEqualTo("资料审核通过");
        assertThat(pay.words().passed().zh()).isEqualTo("支付成功");
    }

    @Test
    void lists_what_is_assumed() {
        assertThat(sound(RELEASED).assumptions())
                .contains("plan.products[unit]")
                .anyMatch(path -> path.endsWith("price[certificate]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "authority: yinxin-demo | autority: yinxin-demo | did you mean \"authority\"",
                "authority: yinxin-demo | autority: yinxin-demo | \"authority\" is missing",
                "after: [PAY] | after: [PAID] | which is no gate of this business",
                "after: [SUBMIT] | after: [PAY] | The gates wait for each other: REVIEW after PAY after REVIEW",
                "after: [SUBMIT] | after: [PAY] | PRODUCE can never open",
                "commonName: {field: organisationName} | commonName: {field: unitName} | comes from the field \"unitName\", which NEW does not ask for",
                "organisationCode: {field: creditCode} | organisationCode: {field: district} | must come from a field of type CREDIT_CODE",
                "commonName: {field: organisationName} | commonName: {field: postcode} | does not ask everybody for",
                "years: {1: 200.00} | years: {2: 200.00} | has no price for 1 years",
                "years: {1: 200.00} | years: {1: '200,0'} | is not an amount in yuan",
                "years: [1] | years: [1, 2] | add a field of type YEARS",
                "years: [1] | years: [x] | is not a number of years",
                "channels: [wechat, | channels: [wechatt, | did you mean \"wechat\"",
                "type: CREDIT_CODE | type: CREDITCODE | is not one of TEXT",
                "name: creditCode | name: organisationName | is already in line",
                "kind: UNIT | kind: HOUSE | is not one of UNIT",
                "kind: review | kind: revue | did you mean \"review\"",
                "code: PAY | code: REVIEW | is already in line",
                "country: CN | country: China | is not a country code",
                "is: [RESIDENT_ID] | is: [PASS] | which \"legalDocument\" does not offer",
                "{field: legalDocument, is: [RESIDENT_ID]} | {field: nothing, is: [A]} | which no form of this business has",
                "after: [FORM, AGREE, UPLOAD] | after: [AGREE, UPLOAD] | FORM comes before no review",
                "after: [FORM, AGREE, UPLOAD] | after: [FORM, UPLOAD] | PRODUCE needs a gate of kind consent before it",
                "after: [REVIEW] | after: [SUBMIT] | PRODUCE needs a gate of kind review before it",
                "by: [SUBSCRIBER, PRODUCER] | by: [ANYBODY] | is not one of SUBSCRIBER",
                "maxBytes: 1048576 | maxBytes: 1 MB | is not a number of bytes",
                "formats: [jpeg, jpg, png, bmp] | formats: [gif] | \"gif\" is not known",
                "formats: [jpeg, jpg, png, bmp] | formats: [jpg, ofd] | \"ofd\" is not known",
                "required: never | required: sometimes | is not always, never or",
                "limits: {oneOpenCase: true, | limits: {oneOpenCase: perhaps, | must be true or false",
                "value: SELF_EMPLOYED | value: FREELANCE | is not one of ENTERPRISE",
                "agreement: subscriber-agreement | agreement: [] | must be a text",
                "businesses: | business: | \"businesses\" is missing",
                "plan: xinghe | plan: Xing He | is not a plan code",
                "mobile: agentMobile | mobile: agentPhone | agent's mobile number comes from the field \"agentPhone\"",
                "mobile: agentMobile | mobile: agentEmail | must come from a field of type MOBILE",
                "channel: ONLINE | channel: ONLINE, mode: x | This is not YAML",
                "promise: {zh: 2个工作日内, | promise: {zh: 2个工作日内, zh: 3个工作日内, | \"zh\" is written twice",
            })
    void refuses_a_fault_with_its_line_and_a_sentence(String right, String wrong, String sentence) {
        int at = SIMPLE.indexOf(right);
        assertThat(at).as("the text to damage is there").isNotNegative();
        String damaged = SIMPLE.substring(0, at) + wrong + SIMPLE.substring(at + right.length());

        assertThat(faults(damaged))
                .anySatisfy(
                        fault -> {
                            assertThat(fault.toString()).startsWith("plans/damaged.yaml:");
                            assertThat(fault.sentence()).contains(sentence);
                            assertThat(fault.line()).isPositive();
                        });
    }

    @Test
    void names_the_line_of_the_fault() {
        String damaged = SIMPLE.replace("authority: yinxin-demo", "authority: yinxin-demo\nx: 1");

        int line = (int) damaged.substring(0, damaged.indexOf("\nx: 1") + 1).lines().count() + 1;
        assertThat(faults(damaged))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(line));
    }

    @Test
    void finds_all_faults_in_one_reading() {
        String damaged =
                SIMPLE.replace("kind: UNIT", "kind: HOUSE")
                        .replace("country: CN", "country: China")
                        .replace("stamp: NONE", "stamp: RED");

        assertThat(faults(damaged)).hasSize(3);
    }

    @Test
    void refuses_what_is_no_mapping() {
        assertThat(faults("- 1")).hasSize(1);
        assertThat(faults("a: [")).hasSize(1);
        assertThat(faults("")).hasSize(1);
    }

    private static Plan sound(String yaml) {
        return switch (PlanReader.read("plans/sound.yaml", yaml)) {
            case PlanReading.Sound(Plan plan) -> plan;
            case PlanReading.Faulty(List<PlanFault> faults) ->
                    throw new AssertionError(faults.toString());
        };
    }

    private static List<PlanFault> faults(String yaml) {
        return switch (PlanReader.read("plans/damaged.yaml", yaml)) {
            case PlanReading.Sound _ -> List.of();
            case PlanReading.Faulty(List<PlanFault> faults) -> faults;
        };
    }

    private static String read(String resource) {
        try (InputStream stream =
                Objects.requireNonNull(PlanReaderTest.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
