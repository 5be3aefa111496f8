package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.operator.CreateOperator;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.Browser;

/** 寄送 and 绑定激活 in the browser and over the API. */
class DeliveryPagesTest {

    private static final List<String> BEFORE =
            List.of("FORM", "AGREE", "UPLOAD", "SUBMIT", "REVIEW", "PAY", "PRODUCE");

    private static ApplicationSite site;
    private static Browser producer;
    private final Actor.Subscriber owner = ApplicationSite.newcomer();
    private Browser browser;
    private CaseNumber number;

    @Configuration(proxyBeanMethods = false)
    static class Files {
        @Bean
        @Primary
        PlanFiles delivering() {
            return new ChangedPlan("", HandedOverTest.GATES);
        }
    }

    @BeforeAll
    static void open() {
        site = new ApplicationSite(List.of(), Files.class);
        UUID officer =
                ApplicationRoom.done(
                                site.hall
                                        .get(CreateOperator.class)
                                        .create(
                                                new Actor.Hall("test"),
                                                "测试制证员",
                                                Set.of(Role.PRODUCER)))
                        .id()
                        .value();
        producer = site.hall.browser();
        producer.get("/staff/sign-in");
        producer.bear(site.hall.get(Tokens.class).issue(TokenKind.OPERATOR, officer).token());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void begin() {
        browser = site.somebody(owner);
        number = site.opened(owner);
        ApplicationRoom.done(
                site.hall
                        .get(SaveForm.class)
                        .save(
                                owner,
                                number,
                                Map.of("address", "云岭市测试路1号", "receive", "COURIER_COLLECT")));
        var keeper = site.hall.get(GateKeeper.class);
        var applications = site.hall.get(Applications.class);
        new TransactionTemplate(site.hall.get(PlatformTransactionManager.class))
                .executeWithoutResult(
                        _ -> {
                            for (String gate : BEFORE) {
                                keeper.pass(
                                        applications.lock(number).orElseThrow(),
                                        new GateCode(gate),
                                        new Actor.Hall("test"),
                                        "test");
                            }
                        });
    }

    private String desk() {
        return "/staff/deliveries/" + number + "/DELIVER";
    }

    @Test
    void a_producer_hands_over_on_the_page_and_the_subscriber_reads_the_number() {
        assertThat(producer.get("/staff/deliveries").body())
                .contains(number.text(), "快递（到付）")
                .doesNotContain("云岭市测试路1号");
        assertThat(producer.get(desk()).body()).contains("云岭市测试路1号", "登记交付");

        var wrong =
                producer.post(
                        desk(),
                        Map.of("way", "COURIER_COLLECT", "carrier", "示例快递", "trackingNumber", "?"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("请填写运单号", "value=\"示例快递\"");

        var handed =
                producer.post(
                        desk(),
                        Map.of(
                                "way", "COURIER_COLLECT",
                                "carrier", "示例快递",
                                "trackingNumber", "SL1234567890"));
        assertThat(Browser.location(handed)).contains("/staff/deliveries?done=" + number);
        assertThat(producer.get("/staff/deliveries?done=" + number).body())
                .contains("最近交付的", "申请人会收到通知");
        assertThat(browser.get("/applications/" + number).body()).contains("示例快递", "SL1234567890");

        assertThat(producer.get(desk()).body()).contains("更正快递信息");
        var correction =
                producer.post(
                        desk() + "/correction",
                        Map.of("carrier", "示例快递", "trackingNumber", "SL1234567891"));
        assertThat(Browser.location(correction)).contains("/staff/deliveries?done=" + number);
        assertThat(browser.get("/applications/" + number).body()).contains("SL1234567891");
    }

    @Test
    void the_api_does_the_same() {
        String api = "/api/v1" + desk();
        assertThat(producer.call("GET", "/api/v1/staff/deliveries", null).body())
                .contains(number.text(), "\"wanted\":\"COURIER_COLLECT\"")
                .doesNotContain("云岭市测试路1号");
        assertThat(producer.call("GET", api, null).body()).contains("云岭市测试路1号");
        var refused = producer.call("POST", api, "{}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"code\":2605");

        var handed = producer.call("POST", api, "{\"way\":\"PICKUP\",\"identitySeen\":true}");
        assertThat(handed.body()).contains("\"state\":\"HANDED_OVER\"", "\"way\":\"PICKUP\"");
        assertThat(
                        producer.call(
                                        "POST",
                                        api + "/correction",
                                        "{\"carrier\":\"示例快递\",\"trackingNumber\":\"SL1234567890\"}")
                                .body())
                .contains("\"code\":2608");
        assertThat(browser.call("GET", "/api/v1/applications/" + number, null).body())
                .contains("\"kind\":\"delivery\"", "\"way\":\"PICKUP\"", "COURIER_COLLECT");
    }

    @Test
    void the_subscriber_says_on_the_page_that_it_is_activated() {
        String page = "/applications/" + number + "/activation/ACTIVATE";
        assertThat(browser.get(page).body()).contains("请登录交易平台绑定证书").doesNotContain("我已完成");
        assertThat(browser.post(page, Map.of()).statusCode()).isEqualTo(409);
        producer.call("POST", "/api/v1" + desk(), "{\"way\":\"PICKUP\",\"identitySeen\":true}");

        assertThat(browser.get("/applications/" + number).body()).contains(page);
        assertThat(browser.get(page).body()).contains("我已完成");
        assertThat(Browser.location(browser.post(page, Map.of())))
                .contains("/applications/" + number);
        assertThat(browser.get(page).body()).contains("您已告知我们");
        assertThat(browser.get("/applications/" + number + "/activation/FORM").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_subscriber_says_over_the_api_that_it_is_activated() {
        String api = "/api/v1/applications/" + number + "/activation/ACTIVATE";
        assertThat(browser.call("POST", api, null).body()).contains("\"code\":1316");
        producer.call("POST", "/api/v1" + desk(), "{\"way\":\"PICKUP\",\"identitySeen\":true}");
        var done = browser.call("POST", api, null);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("\"where\":\"请登录交易平台绑定证书\"");
        assertThat(site.somebody(ApplicationSite.newcomer()).call("POST", api, null).statusCode())
                .isEqualTo(404);
    }
}
