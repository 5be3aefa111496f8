package org.yinxin.authority.cmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.OpenSsl;
import org.yinxin.authority.machine.MachineName;

/** What a machine gets and does not get over CMP, by {@code openssl cmp}. */
class CmpByOpenSslTest extends OpenSslMachine {

    @ParameterizedTest
    @ValueSource(strings = {"p256", "rsa"})
    void ir_brings_a_certificate_that_is_confirmed(String authority) throws Exception {
        String machine = "ir-" + authority;
        enrol(authority, machine, "ir");
        assertVerified(authority, machine);
        assertThat(Files.readString(folder.resolve(machine + "-ca.pem")))
                .contains("BEGIN CERTIFICATE");
        assertThat(
                        bench.count(
                                "SELECT count(*) FROM machine_certificate WHERE machine = '%s' AND confirmed_at IS NOT NULL"
                                        .formatted(machine)))
                .isEqualTo(1);
        bench.clock.move(Duration.ofHours(1));
        cmp.machines().settleCertificate().revokeUnconfirmed();
        assertThat(status(authority, machine + ".pem")).isInstanceOf(CertificateStatus.Good.class);
    }

    @Test
    void cr_and_p10cr_bring_certificates_too() {
        enrol("p256", "cr", "cr");
        assertVerified("p256", "cr");
        String secret = cmp.machines().registerPlain("p10cr", new AuthorityCode("p256"), 5);
        key("p10cr");
        run("req", "-new", "-key", "p10cr.key", "-subj", "/CN=p10cr", "-out", "p10cr.csr");
        assertDone(
                cmp(
                        "p256",
                        "p10cr",
                        "-ref p10cr -secret pass:"
                                + secret
                                + " -csr p10cr.csr -certout p10cr.pem"));
        assertVerified("p256", "p10cr");
    }

    @Test
    void other_codes_and_implicit_confirmation() {
        String secret = cmp.machines().registerPlain("implicit", new AuthorityCode("p256"), 5);
        key("implicit");
        assertDone(
                cmp(
                        "p256",
                        "ir",
                        "-ref implicit -secret pass:"
                                + secret
                                + " -newkey implicit.key -subject /CN=implicit -implicit_confirm -mac hmacWithSHA256 -certout implicit.pem"));
        assertThat(
                        bench.count(
                                "SELECT count(*) FROM machine_certificate WHERE machine = 'implicit' AND confirm_until IS NULL"))
                .isEqualTo(1);
        assertThat(status("p256", "implicit.pem")).isInstanceOf(CertificateStatus.Good.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p256", "rsa"})
    void kur_and_rr_are_signed_with_the_old_certificate_and_the_answers_by_the_authoritys_unit(
            String authority) {
        String machine = "kur-" + authority;
        enrol(authority, machine, "ir");
        key("new");
        OpenSsl.Result renewed =
                assertDone(
                        cmp(
                                authority,
                                "kur",
                                "-cert "
                                        + machine
                                        + ".pem -key "
                                        + machine
                                        + ".key -newkey new.key -trusted "
                                        + authority
                                        + "-root.pem -certout new.pem"));
        assertThat(renewed.output()).contains("received KUP").contains("received PKICONF");
        assertVerified(authority, "new");
        assertDone(
                cmp(
                        authority,
                        "rr",
                        "-cert new.pem -key new.key -oldcert "
                                + machine
                                + ".pem -revreason 4 -trusted "
                                + authority
                                + "-root.pem"));
        assertThat(status(authority, machine + ".pem"))
                .isInstanceOfSatisfying(
                        CertificateStatus.Revoked.class,
                        revoked -> assertThat(revoked.reason().name()).isEqualTo("SUPERSEDED"));
        assertThat(status(authority, "new.pem")).isInstanceOf(CertificateStatus.Good.class);
        // A certificate that is revoked proves nothing any more.
        assertRefused(
                cmp(
                        authority,
                        "rr",
                        "-cert "
                                + machine
                                + ".pem -key "
                                + machine
                                + ".key -oldcert new.pem -trusted "
                                + authority
                                + "-root.pem"),
                "badMessageCheck",
                "does not prove");
    }

    @Test
    void genm_tells_the_certificates_of_the_authorities() {
        String secret = cmp.machines().registerPlain("asking", new AuthorityCode("p256"), 1);
        assertThat(assertDone(cmp("p256", "genm", "-ref asking -secret pass:" + secret)).output())
                .contains("id-it-caCerts");
        assertThat(
                        assertDone(
                                        cmp(
                                                "p256",
                                                "genm",
                                                "-unprotected_requests -infotype signKeyPairTypes -ref x -trusted p256-root.pem"))
                                .output())
                .contains("signKeyPairTypes");
    }

    @Test
    void refuses_a_wrong_secret_and_strangers_in_the_same_words() {
        String secret = cmp.machines().registerPlain("guarded", new AuthorityCode("p256"), 5);
        key("guarded");
        for (List<String> pair :
                List.of(
                        List.of("guarded", "wrong"),
                        List.of("nobody", secret),
                        List.of("UPPER", secret))) {
            assertRefused(
                    cmp(
                            "p256",
                            "ir",
                            "-ref "
                                    + pair.getFirst()
                                    + " -secret pass:"
                                    + pair.getLast()
                                    + " -newkey guarded.key -subject /CN=guarded -unprotected_errors -certout none.pem"),
                    "badMessageCheck",
                    "does not prove");
        }
        assertRefused(
                cmp(
                        "rsa",
                        "ir",
                        "-ref guarded -secret pass:"
                                + secret
                                + " -newkey guarded.key -subject /CN=guarded -unprotected_errors -certout none.pem"),
                "badMessageCheck",
                "does not prove");
        assertThat(folder.resolve("none.pem")).doesNotExist();
    }

    @Test
    void refuses_another_subject_a_known_key_and_more_than_is_allowed() {
        String secret = cmp.machines().registerPlain("modest", new AuthorityCode("p256"), 1);
        key("modest");
        assertRefused(
                enrolAsModest(secret, "modest.key", "/CN=other"),
                "badCertTemplate",
                "may ask for no other subject");
        enrol("p256", "owner", "ir");
        assertRefused(
                enrolAsModest(secret, "owner.key", "/CN=modest"),
                "duplicateCertReq",
                "certified for another order");
        assertDone(enrolAsModest(secret, "modest.key", "/CN=modest"));
        key("modest");
        assertRefused(
                enrolAsModest(secret, "modest.key", "/CN=modest"),
                "notAuthorized",
                "all the certificates");
    }

    private static OpenSsl.Result enrolAsModest(String secret, String key, String subject) {
        return cmp(
                "p256",
                "ir",
                "-ref modest -secret pass:%s -newkey %s -subject %s -certout got.pem"
                        .formatted(secret, key, subject));
    }

    @Test
    void what_is_not_confirmed_in_time_is_revoked() {
        String secret = cmp.machines().registerPlain("silent", new AuthorityCode("p256"), 5);
        key("silent");
        assertDone(
                cmp(
                        "p256",
                        "ir",
                        "-ref silent -secret pass:"
                                + secret
                                + " -newkey silent.key -subject /CN=silent -disable_confirm -certout silent.pem"));
        cmp.machines().settleCertificate().revokeUnconfirmed();
        assertThat(status("p256", "silent.pem")).isInstanceOf(CertificateStatus.Good.class);
        bench.clock.move(Duration.ofMinutes(11));
        assertThat(cmp.machines().settleCertificate().revokeUnconfirmed()).isPositive();
        assertThat(cmp.machines().settleCertificate().revokeUnconfirmed()).isZero();
        assertThat(status("p256", "silent.pem")).isInstanceOf(CertificateStatus.Revoked.class);
        assertThat(
                        cmp.machines()
                                .certificates()
                                .live(new MachineName("silent"), bench.clock.instant()))
                .isEmpty();
    }

    @Test
    void one_machine_does_not_revoke_for_another() {
        enrol("p256", "victim", "ir");
        String secret = enrol("p256", "rogue", "ir");
        assertRefused(
                cmp("p256", "rr", "-ref rogue -secret pass:" + secret + " -oldcert victim.pem"),
                "badCertId",
                "no certificate of this machine");
        assertThat(status("p256", "victim.pem")).isInstanceOf(CertificateStatus.Good.class);
        assertDone(cmp("p256", "rr", "-ref rogue -secret pass:" + secret + " -oldcert rogue.pem"));
        assertRefused(
                cmp("p256", "rr", "-ref rogue -secret pass:" + secret + " -oldcert rogue.pem"),
                "certRevoked",
                "revoked already");
    }
}
