package org.yinxin.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.app.commandline.Command.OutsideDatabase;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.app.commandline.Command.Status;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.AuthoritySchema;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.responder.RollOverResponders;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.ocsp.CertificateId;
import org.yinxin.pki.ocsp.OcspRequest;
import org.yinxin.store.postgres.DatabaseServer;
import org.yinxin.store.postgres.EmbeddedServer;

/** {@code ./yinxin status} beside a hall, on the hall's database and with a user who may only read. */
class StatusServiceTest {

    private static final String READER = "status_reader";
    private static final String STRANGER = "status_stranger";

    @TempDir private static Path folder;
    private static String url;
    private static EmbeddedServer postgres;
    private static RunningHall hall;
    private static Path password;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedServer.throwAway();
        DatabaseServer admin = postgres.createDatabase();
        Path adminPassword = folder.resolve("admin");
        Files.writeString(adminPassword, admin.password());
        hall =
                StartHall.serve(
                        new Serve(
                                0,
                                "127.0.0.1",
                                folder.resolve("data"),
                                new OutsideDatabase(admin.jdbcUrl(), admin.user(), adminPassword),
                                null,
                                0));
        hall.part(RollOverResponders.class).rollOver();
        password = folder.resolve("password");
        Files.writeString(password, "for this test alone");
        try (Connection connection =
                        DriverManager.getConnection(
                                admin.jdbcUrl(), admin.user(), admin.password());
                Statement statement = connection.createStatement()) {
            for (String user : new String[] {READER, STRANGER}) {
                statement.execute(
                        "CREATE ROLE %s LOGIN PASSWORD 'for this test alone'".formatted(user));
            }
            statement.execute("GRANT %s TO %s".formatted(AuthoritySchema.STATUS_READER, READER));
        }
        url = admin.jdbcUrl();
    }

    @AfterAll
    static void stop() {
        hall.close();
        postgres.stop();
    }

    private static Status as(String user) {
        return new Status(
                0,
                "127.0.0.1",
                new OutsideDatabase(url, user, password),
                hall.data().keys().resolve("responders"),
                false);
    }

    @Test
    void answers_with_the_key_of_a_responder_whom_the_authority_certified() throws Exception {
        var authority =
                hall.part(CertificationAuthorities.class)
                        .find(new AuthorityCode("yinxin-demo"))
                        .orElseThrow();
        CertificateId never =
                CertificateId.of(
                        authority.name(),
                        authority.publicKey(),
                        new SerialNumber(BigInteger.TWO.pow(100)),
                        NISTObjectIdentifiers.id_sha256);
        byte[] question = new OcspRequest(List.of(never), null).encoded();
        OCSPResp answer;
        try (StatusService service = StatusService.start(as(READER));
                HttpClient http = HttpClient.newHttpClient()) {
            answer =
                    new OCSPResp(
                            http.send(
                                            HttpRequest.newBuilder(
                                                            URI.create(
                                                                    service.address()
                                                                            + "/ocsp/yinxin-demo"))
                                                    .POST(BodyPublishers.ofByteArray(question))
                                                    .build(),
                                            BodyHandlers.ofByteArray())
                                    .body());
        }
        BasicOCSPResp basic = (BasicOCSPResp) requireNonNull(answer.getResponseObject());
        assertThat(basic.getResponses()[0].getCertStatus()).isInstanceOf(UnknownStatus.class);
        X509CertificateHolder responder = basic.getCerts()[0];
        assertThat(responder.getSerialNumber())
                .isNotEqualTo(authority.certificate().tbs().serial().value());
        assertThat(
                        Signatures.verify(
                                authority.verificationKey(),
                                responder.getSignatureAlgorithm(),
                                responder.toASN1Structure().getTBSCertificate().getEncoded(),
                                responder.getSignature()))
                .isTrue();
        assertThat(
                        Signatures.verify(
                                PublicKeys.decode(responder.getSubjectPublicKeyInfo()),
                                basic.getSignatureAlgorithmID(),
                                basic.getTBSResponseData(),
                                basic.getSignature()))
                .isTrue();
    }

    @Test
    void its_user_can_neither_write_nor_read_anything_else() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, READER, "for this test alone");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(
                            () ->
                                    statement.execute(
                                            "UPDATE authority.certificate_status SET change = 0"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("SELECT * FROM authority.journal"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("SELECT * FROM authority.crl"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("SELECT * FROM custody.escrowed_key"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void says_how_a_user_is_let_in_who_may_not_read() {
        assertThatThrownBy(() -> StatusService.start(as(STRANGER)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("GRANT yinxin_status TO " + STRANGER);
    }

    @Test
    void says_which_user_the_database_does_not_know() {
        assertThatThrownBy(() -> StatusService.start(as("nobody")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("does not let nobody in");
    }

    @Test
    void says_where_the_keys_are_made_that_are_not_there() {
        Status status = as(READER);
        Status elsewhere =
                new Status(0, status.address(), status.database(), folder.resolve("none"), false);
        assertThatThrownBy(() -> StatusService.start(elsewhere))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--keys");
    }

    @Test
    void says_that_a_port_is_in_use() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Status status = as(READER);
            Status there =
                    new Status(
                            taken.getLocalPort(),
                            status.address(),
                            status.database(),
                            status.keys(),
                            true);
            assertThatThrownBy(() -> StatusService.start(there))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }
}
