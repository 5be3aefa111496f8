package org.yinxin.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.CertificateList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.yinxin.authority.ceremony.HierarchyDefinition;
import org.yinxin.authority.crl.CrlSeries;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.PasswordFile;
import org.yinxin.authority.key.pkcs11.Pkcs11Settings;
import org.yinxin.authority.key.pkcs11.SoftHsm;
import org.yinxin.authority.key.sdf.SdfDouble;
import org.yinxin.authority.key.selection.KeyStoreSettings;
import org.yinxin.authority.status.AnswerOcsp;
import org.yinxin.authority.timestamp.StampTime;
import org.yinxin.authority.unit.CertifyUnits;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

/**
 * Authorities whose keys are in devices, set up by settings as an installation is: what they sign is judged by OpenSSL. RSA and P-256 are
 * in SoftHSM2, SM2 is in the test double of an SDF device.
 */
class DeviceKeysByOpenSslTest {

    private static final String USER_ID = "distid:1234567812345678";

    @TempDir private Path folder;
    private AuthorityBench database;
    private OpenSsl openSsl;
    private SdfDouble device;
    private Map<String, Object> settings;

    @BeforeEach
    void setUp() {
        database = new AuthorityBench(AuthorityBench.freshDatabase(), folder);
        PasswordFile.create(database.passwordFile(), database.random);
        openSsl = new OpenSsl(folder);
        device = SdfDouble.with(4, folder);
        Pkcs11Settings token = SoftHsm.settings(SoftHsm.token(), folder);
        settings =
                new HashMap<>(
                        Map.of(
                                AuthoritySettings.KEY_FOLDER, folder.resolve("keys").toString(),
                                AuthoritySettings.KEY_PASSWORD_FILE,
                                        database.passwordFile().toString(),
                                AuthoritySettings.PUBLIC_BASE_URL, "http://127.0.0.1:8080",
                                KeyStoreSettings.PKCS11_LIBRARY, token.library().toString(),
                                KeyStoreSettings.PKCS11_TOKEN, token.token(),
                                KeyStoreSettings.PKCS11_PIN_FILE, token.pinFile().toString(),
                                KeyStoreSettings.SDF_LIBRARY, device.library().toString(),
                                KeyStoreSettings.SDF_KEY_INDEXES, "1-8",
                                KeyStoreSettings.SDF_PASSWORD_FILE,
                                        device.passwordFile().toString()));
        settings.put(KeyStoreSettings.KEYS, "sdf, pkcs11");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private AnnotationConfigApplicationContext installation() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", settings));
        // Closed with the rest of what the container holds.
        context.registerBean(
                AuthorityBench.class, () -> new AuthorityBench(database.server, folder));
        context.register(AuthorityConfigurationTest.Wiring.class);
        context.refresh();
        return context;
    }

    private AuthorityBench bench(AnnotationConfigApplicationContext installation) {
        return new AuthorityBench(
                database.server, folder, installation.getBean(AuthorityKeys.class));
    }

    private IssuedPair issued(AuthorityBench bench, AuthorityCode code, KeyAlgorithm algorithm) {
        PairOrder pattern =
                bench.order(
                        KeyPairs.generate(algorithm, bench.random),
                        KeyPairs.generate(algorithm, bench.random));
        return bench.issue(
                new PairOrder(
                        new PairOrderId(UUID.randomUUID()),
                        code,
                        pattern.subject(),
                        pattern.organisationCode(),
                        pattern.notBefore(),
                        pattern.notAfter(),
                        pattern.signingRequest(),
                        pattern.encryptionKey()));
    }

    private void write(IssuedPair pair, String name) {
        openSsl.pem("x509", pair.signCertificate(), name);
        openSsl.pem("x509", pair.chain().get(0), "issuing");
        openSsl.pem("x509", pair.chain().get(1), "root");
    }

    private String output(String command) {
        return openSsl.run(command.split(" ", -1)).output();
    }

    private long keyFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(".p12")).count();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"RSA_2048", "P256"})
    void certificates_and_lists_and_answers_of_a_token_verify(KeyAlgorithm algorithm)
            throws IOException {
        try (AnnotationConfigApplicationContext installation = installation();
                AuthorityBench bench = bench(installation)) {
            AuthorityCode code = bench.another("token", algorithm);
            write(issued(bench, code, algorithm), "good");
            IssuedPair revoked = issued(bench, code, algorithm);
            write(revoked, "revoked");
            bench.authority().revoke(code, revoked.signSerial(), RevocationReason.SUPERSEDED);
            openSsl.pem("crl", bench.crl(CrlSeries.full(code)), "list");
            String verify =
                    "verify -x509_strict -crl_check -CAfile root.pem -untrusted issuing.pem -CRLfile list.pem ";
            assertThat(output(verify + "good.pem")).isEqualTo("good.pem: OK\n");
            assertThat(output(verify + "revoked.pem")).contains("certificate revoked");
            for (String each : new String[] {"good", "revoked"}) {
                output("ocsp -issuer issuing.pem -cert " + each + ".pem -no_nonce -reqout request");
                byte[] request = Files.readAllBytes(folder.resolve("request"));
                openSsl.put(
                        "answer", bench.answerOcsp().answer(code, request).orElseThrow().encoded());
                assertThat(
                                output(
                                        "ocsp -issuer issuing.pem -cert %s.pem -no_nonce -respin answer -CAfile root.pem"
                                                .formatted(each)))
                        .contains("Response verify OK", each + ".pem: " + each);
            }
            assertThat(keyFiles()).isZero();
        }
    }

    @Test
    void certificates_and_lists_of_an_sdf_device_verify_also_after_a_new_start()
            throws IOException {
        try (AnnotationConfigApplicationContext installation = installation();
                AuthorityBench bench = bench(installation)) {
            bench.createHierarchy().create(HierarchyDefinition.demonstration());
            assertThat(installation.getBean(CertifyUnits.class).certify()).isEqualTo(2);
            // Root, issuing authority and two units have taken all four.
            assertThatExceptionOfType(KeyStoreUnavailableException.class)
                    .isThrownBy(() -> bench.keys.create("fifth", KeyAlgorithm.SM2))
                    .withMessageContaining("make more with the tool of the device's maker");
        }
        device.restart();
        try (AnnotationConfigApplicationContext installation = installation();
                AuthorityBench bench = bench(installation)) {
            write(issued(bench, bench.code(), KeyAlgorithm.SM2), "leaf");
            String verify = "verify -partial_chain -x509_strict -vfyopt " + USER_ID + " -trusted ";
            assertThat(output(verify + "issuing.pem leaf.pem")).isEqualTo("leaf.pem: OK\n");
            assertThat(output(verify + "root.pem issuing.pem")).isEqualTo("issuing.pem: OK\n");
            CertificateList list =
                    CertificateList.getInstance(bench.crl(CrlSeries.full(bench.code())));
            openSsl.put("list", list.getTBSCertList().getEncoded());
            openSsl.put("signature", list.getSignature().getOctets());
            output("x509 -in issuing.pem -noout -pubkey -out issuing.pub");
            assertThat(
                            output(
                                    "dgst -sm3 -sigopt %s -verify issuing.pub -signature signature list"
                                            .formatted(USER_ID)))
                    .isEqualTo("Verified OK\n");
            assertThat(keyFiles()).isZero();
        }
    }

    @Test
    void while_a_device_is_away_whoever_asks_is_told_to_come_back() throws IOException {
        try (AnnotationConfigApplicationContext installation = installation();
                AuthorityBench bench = bench(installation)) {
            bench.createHierarchy().create(HierarchyDefinition.demonstration());
            assertThat(installation.getBean(CertifyUnits.class).certify()).isEqualTo(2);
            write(issued(bench, bench.code(), KeyAlgorithm.SM2), "leaf");
            output("ocsp -issuer issuing.pem -cert leaf.pem -reqout request");
            output("ts -query -data issuing.pem -sha256 -out question");
            AnswerOcsp ocsp = installation.getBean(AnswerOcsp.class);
            StampTime stamps = installation.getBean(StampTime.class);
            byte[] request = Files.readAllBytes(folder.resolve("request"));
            byte[] question = Files.readAllBytes(folder.resolve("question"));
            openSsl.put("stamp", stamps.stamp(bench.code(), question).orElseThrow());
            assertThat(output("ts -reply -in stamp -text")).contains("Status: Granted");
            openSsl.put("answer", ocsp.answer(bench.code(), request).orElseThrow().encoded());
            assertThat(output("ocsp -respin answer -text -noverify")).contains("successful (0x0)");
            device.begin("away");
            openSsl.put("stamp", stamps.stamp(bench.code(), question).orElseThrow());
            assertThat(output("ts -reply -in stamp -text"))
                    .contains("Status: Rejected", "no time-stamping unit is at hand now");
            openSsl.put("answer", ocsp.answer(bench.code(), request).orElseThrow().encoded());
            assertThat(output("ocsp -respin answer -text -noverify")).contains("trylater");
            PairOrder order = bench.order();
            assertThat(bench.cycle().issuePair().issue(order))
                    .isInstanceOfSatisfying(
                            IssuanceOutcome.Refused.class,
                            refused -> {
                                assertThat(refused.reason()).isEqualTo(IssuanceRefusal.UNREACHABLE);
                                assertThat(refused.detail())
                                        .contains("SDF_OpenDevice answers 0x01000005");
                            });
        }
    }

    @Test
    void keys_of_before_open_where_they_are_when_the_setting_changes() throws IOException {
        settings.put(KeyStoreSettings.KEYS, "pkcs12");
        KeyHandle inFile;
        try (AnnotationConfigApplicationContext installation = installation();
                AuthorityBench bench = bench(installation)) {
            inFile = bench.keys.create("file", KeyAlgorithm.SM2);
            assertThat(keyFiles()).isEqualTo(1);
        }
        settings.put(KeyStoreSettings.KEYS, "sdf, pkcs11, pkcs12");
        KeyHandle inDevice;
        try (AnnotationConfigApplicationContext installation = installation();
                AuthorityBench bench = bench(installation)) {
            inDevice = bench.keys.create("device", KeyAlgorithm.SM2);
            assertThat(keyFiles()).isEqualTo(1);
            assertThat(opens(bench.keys, inFile)).isTrue();
        }
        settings.put(KeyStoreSettings.KEYS, "pkcs11");
        try (AnnotationConfigApplicationContext installation = installation();
                AuthorityBench bench = bench(installation)) {
            assertThat(opens(bench.keys, inFile)).isTrue();
            assertThat(opens(bench.keys, inDevice)).isTrue();
            assertThatExceptionOfType(KeyStoreUnavailableException.class)
                    .isThrownBy(() -> bench.keys.create("none", KeyAlgorithm.SM2))
                    .withMessageContaining("No store that yinxin.authority.keys names makes")
                    .withMessageContaining("the token");
        }
    }

    private static boolean opens(AuthorityKeys keys, KeyHandle handle) {
        return handle.names(keys.open(handle, KeyPurpose.SIGN_CRLS).publicKey());
    }
}
