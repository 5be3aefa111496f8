package org.yinxin.hall.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.certificate.ListCertificates;
import org.yinxin.hall.certificate.ReadCertificate;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.testing.People;
import org.yinxin.hall.testing.Templates;

/** The pages of production and of certificates say everything they show, in both languages. */
class ProductionTemplatesTest {

    /** As much of an application as the page asks for. */
    record Application(String number, Status status) {}

    record Status(Words words) {}

    record Words(String zh) {
        public String in(Locale reader) {
            return zh;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void the_page_of_production_carries_all_the_words_its_script_says(String language)
            throws Exception {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("view", new Application("2611-7K4M-9QTX", new Status(new Words("已支付"))));
        model.put("api", "/api/v1/applications/2611-7K4M-9QTX/production");
        model.put("next", "/applications/2611-7K4M-9QTX");
        for (String standing : List.of("OPEN", "PASSED", "SHUT")) {
            model.put("standing", standing);
            model.put("begun", standing.equals("OPEN") ? "AAAA" : null);
            String html =
                    Templates.render("issuance/web/produce", Locale.of(language), false, model);
            assertThat(html).doesNotContain("??").contains("2611-7K4M-9QTX");
            assertThat(html.contains("/key.js")).isEqualTo(standing.equals("OPEN"));
            if (standing.equals("OPEN")) {
                assertThat(html)
                        .contains("data-agent=\"http://127.0.0.1:17170\"")
                        .contains("data-api=\"/api/v1/applications/2611-7K4M-9QTX/production\"")
                        .contains("data-begun=\"AAAA\"")
                        .contains("data-step=\"agent\"")
                        .contains("data-step=\"confirm\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void the_pages_of_certificates_are_whole_in_every_standing(String language) throws Exception {
        try (IssuanceRoom room = new IssuanceRoom()) {
            ProducedPair pair = IssuanceRoom.done(room.issue(room.order(new java.util.UUID(1, 2))));
            Locale reader = Locale.of(language);
            for (CertificateStatus status :
                    List.of(
                            new CertificateStatus.Good(),
                            new CertificateStatus.Revoked(
                                    Instant.EPOCH, RevocationReason.KEY_COMPROMISE),
                            new CertificateStatus.Revoked(
                                    Instant.EPOCH, RevocationReason.SUPERSEDED),
                            new CertificateStatus.Held(Instant.EPOCH),
                            new CertificateStatus.Unknown())) {
                room.authority.setStatus(pair.signSerial(), status);
                for (var serial : List.of(pair.signSerial(), pair.encryptionSerial())) {
                    var view =
                            done(
                                    room.hall
                                            .get(ReadCertificate.class)
                                            .read(People.SUBSCRIBER, serial.hex()));
                    assertThat(
                                    Templates.render(
                                            "certificate/web/certificate",
                                            reader,
                                            false,
                                            Map.of("certificate", view, "room", "/certificates")))
                            .doesNotContain("??")
                            .contains("云岭市星河测试科技有限公司")
                            .contains("/certificates/" + serial.hex() + ".pem");
                }
            }
            ListCertificates list = room.hall.get(ListCertificates.class);
            assertThat(
                            Templates.render(
                                    "certificate/web/certificates",
                                    reader,
                                    false,
                                    Map.of("certificates", list.own(People.SUBSCRIBER))))
                    .doesNotContain("??")
                    .contains(pair.signSerial().hex());
            assertThat(
                            Templates.render(
                                    "certificate/web/certificates",
                                    reader,
                                    false,
                                    Map.of(
                                            "certificates",
                                            list.own(People.SUBSCRIBER),
                                            "apart",
                                            true)))
                    .as("of many pairs each leads to what can be applied for")
                    .containsOnlyOnce(
                            language.equals("zh") ? "看可办理的业务" : "See what can be applied for");
            assertThat(
                            Templates.render(
                                    "certificate/web/ledger",
                                    reader,
                                    true,
                                    Map.of(
                                            "q",
                                            "星河\"><script>",
                                            "found",
                                            done(list.search(People.AUDITOR, "", null, null)))))
                    .doesNotContain("??")
                    .doesNotContain("\"><script>")
                    .contains(pair.signSerial().hex());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void the_list_of_productions_says_so_when_it_is_empty(String language) throws Exception {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("cases", List.of());
        model.put("done", "2611-7K4M-9QTX");
        assertThat(Templates.render("issuance/web/productions", Locale.of(language), true, model))
                .doesNotContain("??")
                .contains("2611-7K4M-9QTX");
    }

    private static <T> T done(Outcome<T> outcome) {
        return IssuanceRoom.done(outcome);
    }
}
