package org.yinxin.hall.application;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.yinxin.authority.Authority;
import org.yinxin.custody.Custody;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.HallServer;

/** The whole hall but its payment channels, answering HTTP, with an authority that is played. */
final class ApplicationSite implements AutoCloseable {

    final HallServer hall;

    ApplicationSite() {
        this(List.of());
    }

    /**
     * The same with other settings.
     *
     * @param more further beans
     */
    ApplicationSite(List<String> settings, Class<?>... more) {
        Class<?>[] rooms = new Class<?>[more.length + 1];
        System.arraycopy(more, 0, rooms, 1, more.length);
        rooms[0] = Rooms.class;
        hall = HallServer.start(settings, rooms);
    }

    /** A browser of somebody who just signed in for the first time, on a page whose form has its secret. */
    Browser somebody(Actor.Subscriber who) {
        UUID account = who.account().value();
        hall.jdbc()
                .sql(
                        """
                        INSERT INTO account (id, mobile, mobile_index, masked, created_at, last_sign_in_at)
                        VALUES (:id, '\\x00', uuid_send(:id), '199****0001', now(), now()) ON CONFLICT DO NOTHING
                        """)
                .param("id", account)
                .update();
        Browser browser = hall.browser();
        browser.get("/sign-in");
        return browser.bear(hall.get(Tokens.class).issue(TokenKind.SUBSCRIBER, account).token());
    }

    static Actor.Subscriber newcomer() {
        return new Actor.Subscriber(new AccountId(UUID.randomUUID()), "199****0001");
    }

    CaseNumber opened(Actor.Subscriber who) {
        return opened(who, "xinghe");
    }

    CaseNumber opened(Actor.Subscriber who, String plan) {
        var opened =
                hall.get(OpenApplication.class)
                        .open(who, new PlanCode(plan), new BusinessCode("NEW"));
        return switch (opened) {
            case Outcome.Done<CaseNumber>(CaseNumber number) -> number;
            case Outcome.Refused<CaseNumber> refused -> throw new AssertionError(refused);
        };
    }

    /** The page of an organisation, filled in without a fault. */
    static Map<String, String> organisation() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("subjectType", "ENTERPRISE");
        answers.put("organisationName", "云岭市星河测试科技有限公司");
        answers.put("creditCode", "91150100MA0T0045X0");
        answers.put("province", "内蒙古自治区");
        answers.put("city", "云岭市");
        answers.put("district", "星河区");
        return answers;
    }

    /** Posts files as a browser does that has no scripts. */
    static HttpResponse<String> upload(Browser browser, String path, Map<String, byte[]> files) {
        var body = new ByteArrayOutputStream();
        files.forEach(
                (name, content) -> {
                    body.writeBytes(
                            """
                            --limit\r
                            Content-Disposition: form-data; name="%s"; filename="%s.jpg"\r
                            Content-Type: image/jpeg\r
                            \r
                            """
                                    .formatted(name, name)
                                    .getBytes(StandardCharsets.UTF_8));
                    body.writeBytes(content);
                    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
                });
        body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(
                browser.scripted(path)
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    @Override
    public void close() {
        hall.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "org.yinxin.hall.access",
                "org.yinxin.hall.account",
                "org.yinxin.hall.agreement",
                "org.yinxin.hall.application",
                "org.yinxin.hall.archive",
                "org.yinxin.hall.audit",
                "org.yinxin.hall.calendar",
                "org.yinxin.hall.catalogue",
                "org.yinxin.hall.certificate",
                "org.yinxin.hall.delivery",
                "org.yinxin.hall.identification",
                "org.yinxin.hall.issuance",
                "org.yinxin.hall.notification",
                "org.yinxin.hall.operator",
                "org.yinxin.hall.payment",
                "org.yinxin.hall.privacy",
                "org.yinxin.hall.review",
                "org.yinxin.hall.revocation",
                "org.yinxin.hall.subscriber",
                "org.yinxin.hall.token",
                "org.yinxin.hall.web"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*\\.wechat\\..*|.*ArchiveConfiguration|.*(Test|Room|Rooms|Site|ReviewDesk)(\\$.*)?"))
    static class Rooms {

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
}
