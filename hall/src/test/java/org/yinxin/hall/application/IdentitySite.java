package org.yinxin.hall.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.yinxin.hall.catalogue.PlanFiles;

/** The simple plan with gates of identification before the submission. */
@Configuration(proxyBeanMethods = false)
class IdentitySite {

    private static final String GATES =
            """
                  - code: KYC
                    kind: identity
                    title: {zh: 经办人实名认证, en: Identify the agent}
                    after: [FORM]
                    words:
                      open: {zh: 待实名认证, en: To be identified}
                      passed: {zh: 已实名认证, en: Identified}
                    party: AGENT
                    methods: [MOBILE, BANK_CARD, FACE, SMS]
                    attempts: 3
                  - code: ORG
                    kind: identity
                    title: {zh: 企业认证, en: Check the organisation}
                    after: [FORM]
                    words:
                      open: {zh: 待企业认证, en: To be checked}
                      passed: {zh: 已企业认证, en: Checked}
                    party: ORGANISATION
                    methods: [REGISTER]
                    soft: true
                    attempts: 3
                  - code: BANK
                    kind: bank-check
                    title: {zh: 单位金融认证, en: Prove the account}
                    after: [ORG]
                    words:
                      open: {zh: 待金融认证, en: Account to be proved}
                      passed: {zh: 金融认证成功, en: Account proved}
                    amount: 0.01
                    attempts: 3
                    days: 3

            """;

    @Bean
    @Primary
    PlanFiles withIdentityPlan() {
        return () ->
                List.of(
                        new PlanFiles.PlanFile("plans/xinghe.yaml", packaged()),
                        new PlanFiles.PlanFile("plans/identity-test.yaml", identity()));
    }

    private static String identity() {
        return packaged()
                .replaceFirst("plan: xinghe", "plan: identity-test")
                .replaceFirst(" {6}- code: AGREE", GATES + "      - code: AGREE")
                .replaceFirst(
                        "after: \\[FORM, AGREE, UPLOAD]",
                        "after: [FORM, AGREE, UPLOAD, KYC, BANK]");
    }

    private static String packaged() {
        try {
            return new ClassPathResource("plans/xinghe.yaml")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
