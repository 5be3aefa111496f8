package org.yinxin.authority.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateKind;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.machine.EnrolOutcome.Enrolled;
import org.yinxin.authority.machine.EnrolOutcome.NotEntitled;
import org.yinxin.authority.machine.EnrolOutcome.NotIssued;
import org.yinxin.authority.machine.EnrolOutcome.WrongSubject;
import org.yinxin.authority.machine.RegisterMachine.Registration;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.KeyRequest;
import org.yinxin.pki.request.SigningRequests;

class MachineTest {

    @TempDir private static Path folder;
    private static AuthorityBench bench;
    private static MachineBench machines;
    private static EnrolMachine enrolMachine;

    @BeforeAll
    static void open() {
        bench = new AuthorityBench(folder);
        machines = new MachineBench(bench);
        enrolMachine = machines.enrolMachine();
    }

    @BeforeEach
    void setTheClock() {
        bench.clock.reset();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static Machine machine(String name) {
        return machines.machines().find(new MachineName(name)).orElseThrow();
    }

    private static EnrolOutcome enrol(String name, byte[] request, boolean renewal) {
        return enrolMachine.enrol(
                new Enrolment(
                        machine(name),
                        Enrolment.order(new MachineName(name), "test", request),
                        new KeyRequest.Pkcs10(request),
                        renewal,
                        null));
    }

    private static EnrolOutcome enrol(String name) {
        return enrol(name, AuthorityBench.request(bench.sm2()), false);
    }

    private static void assertNotEntitled(EnrolOutcome outcome, String sentence) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NotEntitled.class,
                        refused -> assertThat(refused.sentence()).contains(sentence));
    }

    @Test
    void is_let_in_with_its_secret_alone() {
        String secret = machines.register("gate-1", bench.code(), 1);
        String other = machines.register("gate-2", bench.code(), 1);
        assertThat(secret).hasSize(32).isNotEqualTo(other);
        assertThat(machines.admitMachine().admit("gate-1", secret)).isPresent();
        for (String wrong : List.of("", other, secret + "x", secret.substring(1))) {
            assertThat(machines.admitMachine().admit("gate-1", wrong)).isEmpty();
        }
        for (String name : List.of("gate-3", "GATE-1", "", "x'; DROP TABLE machine")) {
            assertThat(machines.admitMachine().admit(name, secret)).isEmpty();
        }
        assertThat(machines.closeMachine().close(new MachineName("gate-1"), "test")).isTrue();
        assertThat(machines.closeMachine().close(new MachineName("gate-1"), "test")).isTrue();
        assertThat(machines.closeMachine().close(new MachineName("gate-9"), "test")).isFalse();
        assertThat(machines.admitMachine().admit("gate-1", secret)).isEmpty();
        assertNotEntitled(enrol("gate-1"), "closed");
        assertThat(
                        bench.count(
                                "SELECT count(*) FROM journal WHERE subject = 'machine:gate-1' AND action = 'machine.closed'"))
                .isEqualTo(1);
    }

    @Test
    void its_secret_is_not_in_the_table_and_opens_in_its_own_row_only() {
        String secret = machines.register("vault-1", bench.code(), 1);
        machines.register("vault-2", bench.code(), 1);
        assertThat(new String(machine("vault-1").sealedSecret(), StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
        bench.jdbc
                .sql(
                        """
                        UPDATE machine SET secret = (SELECT secret FROM machine WHERE name = 'vault-1')
                        WHERE name = 'vault-2'
                        """)
                .update();
        assertThatExceptionOfType(KeyStoreUnavailableException.class)
                .isThrownBy(() -> machines.admitMachine().admit("vault-2", secret))
                .withMessageNotContaining(secret);
    }

    @Test
    void refuses_registrations_that_lead_nowhere() {
        var register = machines.registerMachine();
        machines.register("taken", bench.code(), 1);
        Entitlement sound = machines.entitlement(bench.code(), 1);
        assertThat(register.register(new MachineName("taken"), sound, "test"))
                .isInstanceOf(Registration.Refused.class);
        for (AuthorityCode code : List.of(bench.rootCode(), new AuthorityCode("nobody"))) {
            assertThat(
                            register.register(
                                    new MachineName("lost"), machines.entitlement(code, 1), "test"))
                    .isInstanceOf(Registration.Refused.class);
        }
        bench.clock.move(Duration.ofDays(31));
        assertThat(register.register(new MachineName("late"), sound, "test"))
                .isInstanceOf(Registration.Refused.class);
        for (int days : List.of(0, 4000)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    new Entitlement(
                                            bench.code(),
                                            CertificateKind.DEVICE,
                                            AuthorityBench.subject(),
                                            null,
                                            List.of(),
                                            days,
                                            1,
                                            sound.until()));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Entitlement(
                                        bench.code(),
                                        CertificateKind.ORGANISATION,
                                        AuthorityBench.subject(),
                                        null,
                                        List.of("host"),
                                        1,
                                        1,
                                        sound.until()));
    }

    @Test
    void asking_again_with_the_same_request_is_answered_with_the_same_certificate() {
        machines.register("again", bench.code(), 1);
        byte[] request = AuthorityBench.request(bench.sm2());
        Enrolled first = (Enrolled) enrol("again", request, false);
        Enrolled second = (Enrolled) enrol("again", request, false);
        assertThat(second.certificate().serial()).isEqualTo(first.certificate().serial());
        assertNotEntitled(enrol("again"), "all the certificates");
    }

    @Test
    void never_has_more_certificates_than_it_may() throws Exception {
        machines.register("many", bench.code(), 3);
        List<Callable<EnrolOutcome>> askers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            byte[] request = AuthorityBench.request(bench.sm2());
            askers.add(() -> enrol("many", request, false));
        }
        int enrolled = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var each : threads.invokeAll(askers)) {
                enrolled += each.get() instanceof Enrolled ? 1 : 0;
            }
        }
        assertThat(enrolled).isEqualTo(3);
    }

    @Test
    void machines_that_come_together_are_served_and_refused_each_for_itself() throws Exception {
        List<Callable<EnrolOutcome>> askers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String name = "crowd-" + i;
            machines.register(name, bench.code(), 2);
            byte[] request = AuthorityBench.request(bench.sm2());
            byte[] other = AuthorityBench.request(bench.sm2());
            askers.add(() -> enrol(name, request, false));
            askers.add(() -> enrol(name, request, false));
            askers.add(() -> enrol(name, other, false));
        }
        for (int i = 0; i < 12; i += 4) {
            machines.closeMachine().close(new MachineName("crowd-" + i), "test");
        }
        int enrolled = 0;
        int closed = 0;
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var each : threads.invokeAll(askers)) {
                enrolled += each.get() instanceof Enrolled ? 1 : 0;
                closed += each.get() instanceof NotEntitled ? 1 : 0;
            }
        }
        assertThat(closed).isEqualTo(9);
        assertThat(enrolled).isEqualTo(27);
        assertThat(
                        bench.count(
                                """
                                SELECT count(*) FROM machine m WHERE name LIKE 'crowd-%' AND reserved =
                                    (SELECT count(*) FROM machine_certificate c WHERE c.machine = m.name)
                                """))
                .isEqualTo(12);
    }

    @Test
    void an_order_that_came_to_nothing_leaves_room_for_another() {
        machines.register("cut-off", bench.code(), 1);
        byte[] request = AuthorityBench.request(bench.sm2());
        CertificateOrderId order = Enrolment.order(new MachineName("cut-off"), "test", request);
        machines.certificates()
                .insert(
                        new Enrolment(
                                machine("cut-off"),
                                order,
                                new KeyRequest.Pkcs10(request),
                                false,
                                null),
                        bench.clock.instant());
        assertNotEntitled(enrol("cut-off"), "all the certificates");
        machines.certificates().forget(order);
        assertThat(enrol("cut-off")).isInstanceOf(Enrolled.class);
        assertThat(bench.count("SELECT reserved FROM machine WHERE name = 'cut-off'")).isEqualTo(1);
    }

    @Test
    void a_refused_order_does_not_count() {
        machines.register("unlucky", bench.code(), 1);
        byte[] forged = AuthorityBench.request(bench.sm2());
        forged[forged.length - 1] ^= 1;
        assertThat(enrol("unlucky", forged, false))
                .isInstanceOfSatisfying(
                        NotIssued.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(IssuanceRefusal.BAD_REQUEST_SIGNATURE));
        byte[] known = AuthorityBench.request(KeyPairs.sm2(java.math.BigInteger.valueOf(5)));
        assertThat(enrol("unlucky", known, false)).isInstanceOf(NotIssued.class);
        assertThat(enrol("unlucky")).isInstanceOf(Enrolled.class);
        assertThat(
                        bench.count(
                                "SELECT count(*) FROM machine_certificate WHERE machine = 'unlucky'"))
                .isEqualTo(1);
    }

    @Test
    void refuses_when_its_time_is_over() {
        machines.register("late-comer", bench.code(), 1);
        bench.clock.move(Duration.ofDays(31));
        assertNotEntitled(enrol("late-comer"), "is over");
    }

    @Test
    void renews_only_what_is_valid() {
        machines.register("renewing", bench.code(), 9);
        byte[] request = AuthorityBench.request(bench.sm2());
        assertNotEntitled(enrol("renewing", request, true), "no valid certificate");
        Enrolled first = (Enrolled) enrol("renewing");
        assertThat(enrol("renewing", request, true)).isInstanceOf(Enrolled.class);
        bench.revokeCertificate()
                .revoke(bench.code(), first.certificate().serial(), RevocationReason.SUPERSEDED);
        assertThat(machines.certificates().live(new MachineName("renewing"), bench.clock.instant()))
                .hasSize(1);
        assertThat(
                        machines.certificates()
                                .live(
                                        new MachineName("renewing"),
                                        bench.clock.instant().plus(Duration.ofDays(91))))
                .isEmpty();
    }

    @Test
    void never_chooses_its_subject() {
        machines.register("subject", bench.code(), 9);
        SubjectName other = new SubjectName("CN", null, null, "别人", List.of(), "别人");
        byte[] request = SigningRequests.build(new SoftwareSigningKey(bench.sm2()), other);
        assertThat(enrol("subject", request, false)).isInstanceOf(WrongSubject.class);
        Machine machine = machine("subject");
        String name = AuthorityBench.subject().commonName();
        for (String allowed : List.of("", "CN=" + name)) {
            assertThat(machine.mayAskFor(new X500Name(allowed))).as(allowed).isTrue();
        }
        for (String refused :
                List.of("CN=other", "O=" + name, "CN=" + name + "+OU=x", "CN=" + name + ",OU=x")) {
            assertThat(machine.mayAskFor(new X500Name(refused))).as(refused).isFalse();
        }
    }

    @Test
    void names_of_subjects_are_read_back_or_refused() {
        SubjectName subject = AuthorityBench.subject();
        assertThat(SubjectName.of(subject.toX500Name())).isEqualTo(subject);
        assertThat(SubjectName.of(new X500Name("C=CN,O=a,OU=b,OU=c,CN=d")))
                .isEqualTo(new SubjectName("CN", null, null, "a", List.of("b", "c"), "d"));
        for (String bad :
                List.of(
                        "C=CN,O=a",
                        "O=a,CN=b",
                        "C=CN,CN=b",
                        "C=CN,O=a,O=b,CN=c",
                        "C=CN,O=a,T=b,CN=c",
                        "C=CN,O=a+OU=b,CN=c")) {
            assertThatIllegalArgumentException()
                    .as(bad)
                    .isThrownBy(() -> SubjectName.of(new X500Name(bad)));
        }
    }

    @Test
    void an_orders_id_depends_on_all_of_the_words() {
        CertificateOrderId id = Enrolment.order(new MachineName("a"), "enrol", new byte[] {1});
        assertThat(Enrolment.order(new MachineName("a"), "enrol", new byte[] {1})).isEqualTo(id);
        assertThat(Enrolment.order(new MachineName("b"), "enrol", new byte[] {1})).isNotEqualTo(id);
        assertThat(Enrolment.order(new MachineName("a"), "renew", new byte[] {1})).isNotEqualTo(id);
        assertThat(Enrolment.order(new MachineName("a"), "enrol", new byte[] {2})).isNotEqualTo(id);
        UUID value = id.value();
        assertThat(value.version()).isEqualTo(8);
        assertThat(value.variant()).isEqualTo(2);
    }
}
