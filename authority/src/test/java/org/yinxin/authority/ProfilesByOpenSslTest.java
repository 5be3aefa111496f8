package org.yinxin.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.IssuanceOutcome.Refused;
import org.yinxin.authority.check.SaidCode;
import org.yinxin.authority.profile.catalogue.ProfileEditions;
import org.yinxin.pki.extension.IdentifyCode;
import org.yinxin.pki.name.SubjectName;

/** What profiles make of orders, read by OpenSSL alone; and what they refuse. */
class ProfilesByOpenSslTest {

    private static final IdentifyCode CARD = new IdentifyCode.ResidentCard("110101199003070003");
    private static final String CARD_IN_HEX = "313130313031313939303033303730303033";
    private static final SubjectName PERSON =
            new SubjectName("CN", "内蒙古自治区", "云岭市", "个人", List.of(), "张三");

    @TempDir private Path folder;
    private AuthorityBench bench;
    private OpenSsl openSsl;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder.resolve("authority"));
        openSsl = new OpenSsl(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private PairOrder order(
            SubjectKind kind, @Nullable String code, @Nullable IdentifyCode identity) {
        PairOrder sound = bench.order();
        return new PairOrder(
                sound.id(),
                sound.authority(),
                kind,
                kind == SubjectKind.NATURAL_PERSON ? PERSON : sound.subject(),
                code,
                identity,
                sound.notBefore(),
                sound.notAfter(),
                sound.signingRequest(),
                sound.encryptionKey());
    }

    private String text(byte[] certificate) {
        openSsl.pem("x509", certificate, "shown");
        return openSsl.run("x509", "-in", "shown.pem", "-noout", "-text", "-nameopt", "utf8")
                .output();
    }

    private String parsed(byte[] certificate) {
        openSsl.put("parsed.der", certificate);
        return openSsl.run("asn1parse", "-inform", "DER", "-in", "parsed.der").output();
    }

    private String profileOf(PairOrder order) {
        return bench.jdbc
                .sql("SELECT profile FROM issuance_intent WHERE order_id = :id ORDER BY attempt")
                .param("id", order.id().value())
                .query(String.class)
                .list()
                .getLast();
    }

    private void assertRefused(PairOrder order, IssuanceRefusal reason, String sentence) {
        assertThat(bench.cycle().issuePair().issue(order)).isEqualTo(new Refused(reason, sentence));
        assertThat(
                        bench.count(
                                "SELECT count(*) FROM pair_order WHERE id = '%s'"
                                        .formatted(order.id().value())))
                .as("nothing is written about it")
                .isZero();
    }

    private List<String> objections() {
        List<String> told = new ArrayList<>();
        bench.checkIssued()
                .check(
                        Instant.EPOCH,
                        bench.clock.instant().plus(Duration.ofDays(1)),
                        (_, _, _) -> Optional.empty(),
                        objection -> told.add(objection.toString()));
        return told;
    }

    @Test
    void natural_persons_have_no_number_in_their_certificates_unless_it_is_switched_on() {
        PairOrder quiet = order(SubjectKind.NATURAL_PERSON, null, CARD);
        IssuedPair pair = bench.issue(quiet);
        assertThat(profileOf(quiet)).isEqualTo("natural-person-2012@1");
        assertThat(text(pair.signCertificate()))
                .contains("O=个人, CN=张三")
                .doesNotContain("1.2.156.10260", "110101199003070003");
        bench.profiles.put(
                "mine.yaml",
                BenchProfiles.shipped("natural-person-2012")
                        .replace("write: never", "write: always"));
        PairOrder telling = order(SubjectKind.NATURAL_PERSON, null, CARD);
        pair = bench.issue(telling);
        assertThat(profileOf(telling)).isEqualTo("natural-person-2012@2");
        for (byte[] one : List.of(pair.signCertificate(), pair.encryptionCertificate())) {
            // [0] EXPLICIT PrintableString of 18 octets; asn1parse writes a critical flag between
            // if there is one.
            assertThat(parsed(one))
                    .containsPattern(
                            "OBJECT +:1\\.2\\.156\\.10260\\.4\\.1\\.1\\n"
                                    + ".*OCTET STRING +\\[HEX DUMP\\]:A0141312"
                                    + CARD_IN_HEX
                                    + "\\n");
        }
        assertRefused(
                order(SubjectKind.NATURAL_PERSON, null, null),
                IssuanceRefusal.PROFILE,
                "the profile natural-person-2012 wants the identity document of the person, which"
                        + " the order lacks");
        assertThat(objections()).isEmpty();
    }

    @Test
    void persons_of_organisations_have_its_code() {
        PairOrder order =
                order(SubjectKind.ORGANISATION_PERSON, AuthorityBench.ORGANISATION_CODE, CARD);
        IssuedPair pair = bench.issue(order);
        assertThat(profileOf(order)).isEqualTo("organisation-person-2012@1");
        assertThat(text(pair.signCertificate()))
                .contains("1.2.156.10260.4.1.4:", AuthorityBench.ORGANISATION_CODE)
                .doesNotContain("1.2.156.10260.4.1.1:");
        assertThat(objections()).isEmpty();
    }

    @Test
    void the_edition_2023_has_identifiers_of_its_own() {
        bench.profiles.editions = ProfileEditions.read("*: 2023");
        IssuedPair pair = bench.issue(bench.order());
        assertThat(text(pair.signCertificate()))
                .contains(
                        "1.2.156.10260.4.4:",
                        AuthorityBench.ORGANISATION_CODE,
                        "X509v3 Key Usage: critical\n                Digital Signature, Non Repudiation")
                .doesNotContain("1.2.156.10260.4.1.4:");
        bench.profiles.put(
                "mine.yaml",
                BenchProfiles.shipped("natural-person-2023")
                        .replace("write: never", "write: when-known"));
        pair = bench.issue(order(SubjectKind.NATURAL_PERSON, null, CARD));
        assertThat(parsed(pair.encryptionCertificate()))
                .containsPattern(
                        "OBJECT +:1\\.2\\.156\\.10260\\.4\\.1\\.1\\.1\\n"
                                + ".*OCTET STRING +\\[HEX DUMP\\]:0C12"
                                + CARD_IN_HEX
                                + "\\n")
                .doesNotContain(":1.2.156.10260.4.1.1.2\n");
        pair =
                bench.issue(
                        order(
                                SubjectKind.NATURAL_PERSON,
                                null,
                                new IdentifyCode.Passport("E12345678")));
        assertThat(text(pair.signCertificate()))
                .contains("1.2.156.10260.4.1.1.2:", "E12345678")
                .doesNotContain("1.2.156.10260.4.1.1.1:");
        assertThat(objections()).isEmpty();
    }

    @Test
    void the_pointer_to_the_practice_statement_is_an_ia5_string() {
        bench.profiles.put(
                "mine.yaml",
                BenchProfiles.shipped("organisation-2012")
                        .replace(
                                "policies: {authority: true}",
                                "policies: {authority: true, others: [2.999.7],"
                                        + " cps: 'http://ca.example.org/{authority}/cps'}"));
        IssuedPair pair = bench.issue(bench.order());
        String pointer = "http://ca.example.org/%s/cps".formatted(bench.code());
        assertThat(text(pair.signCertificate()))
                .containsPattern(
                        "X509v3 Certificate Policies: \n *Policy: "
                                + bench.issuing().policy().getId().replace(".", "\\.")
                                + "\n *CPS: "
                                + pointer
                                + "\n *Policy: 2\\.999\\.7\n");
        openSsl.put("signing.der", pair.signCertificate());
        String extension =
                openSsl.run(
                                "x509",
                                "-inform",
                                "DER",
                                "-in",
                                "signing.der",
                                "-noout",
                                "-ext",
                                "certificatePolicies")
                        .output();
        assertThat(extension).contains("CPS: " + pointer);
        assertThat(objections()).isEmpty();
    }

    @Test
    void certificates_are_judged_by_the_version_that_they_were_made_under() {
        bench.issue(bench.order());
        assertThat(objections()).isEmpty();
        bench.profiles.put(
                "mine.yaml",
                BenchProfiles.shipped("organisation-2012")
                        .replace("months: 132", "months: 6")
                        .replace("write: when-known", "write: never")
                        .replace(
                                "nonRepudiation]}",
                                "nonRepudiation]}\n"
                                        + "    extendedKeyUsage: {critical: false, purposes: [documentSigning]}"));
        assertThat(objections()).as("the older ones keep their version").isEmpty();
        assertRefused(
                bench.order(),
                IssuanceRefusal.VALIDITY,
                "the profile organisation-2012 allows a validity of 6 months");
        PairOrder order = bench.order();
        PairOrder brief =
                new PairOrder(
                        order.id(),
                        order.authority(),
                        order.subject(),
                        order.organisationCode(),
                        order.notBefore(),
                        order.notBefore().plus(Duration.ofDays(90)),
                        order.signingRequest(),
                        order.encryptionKey());
        IssuedPair pair = bench.issue(brief);
        assertThat(text(pair.signCertificate())).contains("X509v3 Extended Key Usage");
        assertThat(profileOf(brief)).isEqualTo("organisation-2012@2");
        List<SaidCode> said = new ArrayList<>();
        bench.checkIssued()
                .check(
                        Instant.EPOCH,
                        bench.clock.instant().plus(Duration.ofDays(1)),
                        (_, _, code) -> {
                            said.add(code);
                            return Optional.empty();
                        },
                        objection -> assertThat(objection).isNull());
        assertThat(said)
                .containsExactlyInAnyOrder(
                        new SaidCode(true, AuthorityBench.ORGANISATION_CODE),
                        new SaidCode(false, null));
        assertThat(said).allMatch(code -> code.is(AuthorityBench.ORGANISATION_CODE));
    }

    @Test
    void a_certificate_of_a_version_that_is_not_on_record_is_objected_to() {
        bench.issue(bench.order());
        bench.jdbc.sql("UPDATE issuance_intent SET profile = 'organisation-2012@9'").update();
        assertThat(objections())
                .hasSize(2)
                .allMatch(
                        each ->
                                each.endsWith(
                                        "was made under the profile organisation-2012@9, which cannot be read"));
        bench.jdbc
                .sql("UPDATE issuance_intent SET profile = 'gmt-0015-2012/organisation'")
                .update();
        assertThat(objections()).isEmpty();
    }

    @Test
    void what_a_profile_wants_or_does_not_allow_is_said_before_anything_is_written() {
        String shipped = BenchProfiles.shipped("organisation-2012");
        bench.profiles.put("mine.yaml", shipped.replace("write: when-known", "write: always"));
        assertRefused(
                order(SubjectKind.ORGANISATION, null, null),
                IssuanceRefusal.PROFILE,
                "the profile organisation-2012 wants an organisation code, which the order lacks");
        bench.profiles.put(
                "mine.yaml", shipped.replace("  - {attribute: ST, presence: allowed}\n", ""));
        assertRefused(
                bench.order(),
                IssuanceRefusal.PROFILE,
                "the profile organisation-2012 allows no ST in the subject");
        bench.profiles.put(
                "mine.yaml", shipped.replace("OU, presence: allowed", "OU, presence: required"));
        assertRefused(
                bench.order(),
                IssuanceRefusal.PROFILE,
                "the profile organisation-2012 wants OU in the subject");
        bench.profiles.put(
                "mine.yaml",
                shipped.replace("CN, presence: required", "CN, presence: required, longest: 5"));
        assertRefused(
                bench.order(),
                IssuanceRefusal.PROFILE,
                "the profile organisation-2012 allows 5 characters in CN");
        bench.profiles.put(
                "mine.yaml",
                shipped.replace(
                        "CN, presence: required",
                        "CN, presence: required, string: printable-string"));
        assertRefused(
                bench.order(),
                IssuanceRefusal.PROFILE,
                "the profile organisation-2012 writes CN as a PrintableString, which has not all of"
                        + " its characters");
        assertRefused(
                order(SubjectKind.DEVICE, null, null),
                IssuanceRefusal.PROFILE,
                "no profile of the edition 2012, which %s issues under, makes pairs for device"
                        .formatted(bench.code()));
    }

    @Test
    void names_of_a_device_can_be_wanted_or_forbidden() {
        UUID id = UUID.randomUUID();
        CertificateOrder order = bench.single(id, AuthorityBench.request(bench.sm2()));
        assertThat(bench.cycle().issueCertificate().issue(order))
                .isInstanceOfSatisfying(
                        CertificateOutcome.Issued.class,
                        issued ->
                                assertThat(text(issued.certificate().certificate()))
                                        .contains(
                                                "DNS:gate-7.example.org",
                                                "TLS Web Client Authentication, TLS Web Server"
                                                        + " Authentication"));
        String shipped = BenchProfiles.shipped("device-2012");
        bench.profiles.put("d.yaml", shipped.replace("hostNames: allowed", "hostNames: forbidden"));
        assertThat(bench.cycle().issueCertificate().issue(again(order, List.of("a.example"))))
                .isEqualTo(
                        new Refused(
                                IssuanceRefusal.PROFILE,
                                "the profile device-2012 allows no names in the network"));
        bench.profiles.put("d.yaml", shipped.replace("hostNames: allowed", "hostNames: required"));
        assertThat(bench.cycle().issueCertificate().issue(again(order, List.of())))
                .isEqualTo(
                        new Refused(
                                IssuanceRefusal.PROFILE,
                                "the profile device-2012 wants a name in the network"));
    }

    private CertificateOrder again(CertificateOrder order, List<String> hosts) {
        return new CertificateOrder(
                new CertificateOrderId(UUID.randomUUID()),
                order.authority(),
                order.kind(),
                order.subject(),
                order.organisationCode(),
                hosts,
                order.notBefore(),
                order.notAfter(),
                order.request());
    }
}
