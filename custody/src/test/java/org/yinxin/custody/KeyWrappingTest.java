package org.yinxin.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Which keys wrap, and how long the old ones are needed. */
class KeyWrappingTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final ReleaseForm FORM = new ReleaseForm.Sm2Enveloped();

    private static final WrappingCipher DEVICE =
            new MemoryCipher(new SecretKeySpec(new byte[32], "AES"), WrappingAlgorithm.AES_256_GCM);

    @TempDir Path folder;
    private CustodyBench bench;

    @BeforeEach
    void open() {
        bench = new CustodyBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void sm4_gcm_gives_the_vector_of_rfc_8998() throws Exception {
        Path file = folder.resolve("vector");
        Files.write(file, HEX.parseHex("0123456789abcdeffedcba9876543210"));
        WrappingKey key =
                WrappingKey.read(
                        file,
                        WrappingAlgorithm.SM4_GCM,
                        new FixedSecureRandom(HEX.parseHex("00001234567800000000abcd")));
        byte[] plain =
                HEX.parseHex(
                        "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] bound = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] wrapped = key.wrap(plain, bound);
        assertThat(HEX.formatHex(wrapped))
                .isEqualTo(
                        "01"
                                + "00001234567800000000abcd"
                                + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                                + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(key.unwrap(wrapped, bound)).isEqualTo(plain);
    }

    @Test
    void each_row_says_how_and_under_which_key_it_is_wrapped() {
        WrappingKey sm4 = bench.key("sm4", WrappingAlgorithm.SM4_GCM);
        bench.custody().makeEncryptionKey(CustodyBench.id());
        custody(new KeyWrapping(sm4, List.of())).makeEncryptionKey(CustodyBench.id());
        assertThat(
                        bench.jdbc
                                .sql(
                                        """
                                        SELECT wrapped_with || ' ' || wrapped_under FROM escrowed_key
                                        ORDER BY wrapped_with
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "AES-256-GCM " + bench.wrappingKey.fingerprint(),
                        "SM4-GCM " + sm4.fingerprint());
    }

    @Test
    void a_key_of_before_still_opens_what_it_wrapped_and_wraps_nothing_new() throws Exception {
        EscrowId old = CustodyBench.id();
        bench.custody().makeEncryptionKey(old);
        WrappingKey next = bench.key("next", WrappingAlgorithm.AES_256_GCM);
        Custody rotated = custody(new KeyWrapping(next, List.of(bench.wrappingKey)));
        KeyPair subscriber = CustodyBench.sm2();
        assertThat(rotated.release(old, subscriber.getPublic(), FORM)).isNotNull();
        rotated.makeEncryptionKey(CustodyBench.id());
        assertThat(bench.count("escrowed_key WHERE wrapped_under = '" + next.fingerprint() + "'"))
                .isOne();
        Custody forgetful = custody(new KeyWrapping(next, List.of()));
        assertThatThrownBy(() -> forgetful.release(old, subscriber.getPublic(), FORM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not among the wrapping keys");
    }

    @Test
    void a_key_of_the_pool_is_wrapped_under_todays_key_when_it_is_taken() {
        new FillKeyPool(bench.means(), 1).fill();
        WrappingKey next = bench.key("next", WrappingAlgorithm.SM4_GCM);
        custody(new KeyWrapping(next, List.of(bench.wrappingKey)))
                .makeEncryptionKey(CustodyBench.id());
        assertThat(bench.count("escrowed_key WHERE wrapped_with = 'SM4-GCM'")).isOne();
    }

    @Test
    void a_key_in_a_device_is_known_by_its_name() {
        WrappingKey device =
                WrappingKey.inDevice(
                        "hsm-1", WrappingAlgorithm.AES_256_GCM, DEVICE, CustodyBench.RANDOM);
        KeyWrapping wrapping = new KeyWrapping(device, List.of());
        KeyPair pair = CustodyBench.sm2();
        UUID row = UUID.randomUUID();
        WrappedKey wrapped = wrapping.wrap(row, pair);
        assertThat(wrapped.under()).isEqualTo("device:hsm-1");
        assertThat(wrapped).hasToString("WrappedKey[device:hsm-1]");
        assertThat(wrapping.unwrap(row, pair.getPublic(), wrapped).getPrivate())
                .isEqualTo(pair.getPrivate());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                WrappingKey.inDevice(
                                        " ",
                                        WrappingAlgorithm.AES_256_GCM,
                                        DEVICE,
                                        CustodyBench.RANDOM));
    }

    @Test
    void settings_name_the_algorithm_the_keys_of_before_and_the_level() {
        bench.key("sm4", WrappingAlgorithm.SM4_GCM);
        Environment settings =
                settings(
                        Map.of(
                                CustodyConfiguration.WRAPPING_KEY_FILE,
                                folder.resolve("sm4").toString(),
                                CustodySettings.WRAPPING_ALGORITHM,
                                "SM4-GCM",
                                CustodyConfiguration.FORMER_WRAPPING_KEYS,
                                " AES-256-GCM:" + folder.resolve("key"),
                                CustodySettings.POOL_LEVEL,
                                "7"));
        CustodySettings read = CustodySettings.of(settings, Optional.empty(), CustodyBench.RANDOM);
        assertThat(read.wrappingKey().algorithm()).isEqualTo(WrappingAlgorithm.SM4_GCM);
        assertThat(read.formerWrappingKeys())
                .extracting(WrappingKey::fingerprint)
                .containsExactly(bench.wrappingKey.fingerprint());
        assertThat(read.poolLevel()).isEqualTo(7);
    }

    @Test
    void a_key_in_a_device_is_todays_unless_it_is_named_among_those_of_before() {
        WrappingKey device =
                WrappingKey.inDevice(
                        "hsm-1", WrappingAlgorithm.AES_256_GCM, DEVICE, CustodyBench.RANDOM);
        String file = folder.resolve("key").toString();
        CustodySettings today =
                CustodySettings.of(
                        settings(
                                Map.of(
                                        CustodyConfiguration.FORMER_WRAPPING_KEYS,
                                        "AES-256-GCM:" + file)),
                        Optional.of(device),
                        CustodyBench.RANDOM);
        assertThat(today.wrappingKey()).isSameAs(device);
        assertThat(today.formerWrappingKeys())
                .extracting(WrappingKey::fingerprint)
                .containsExactly(bench.wrappingKey.fingerprint());
        Environment back =
                settings(
                        Map.of(
                                CustodyConfiguration.WRAPPING_KEY_FILE,
                                file,
                                CustodyConfiguration.FORMER_WRAPPING_KEYS,
                                "device"));
        CustodySettings before = CustodySettings.of(back, Optional.of(device), CustodyBench.RANDOM);
        assertThat(before.wrappingKey().fingerprint()).isEqualTo(bench.wrappingKey.fingerprint());
        assertThat(before.formerWrappingKeys()).containsExactly(device);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustodySettings.of(back, Optional.empty(), CustodyBench.RANDOM))
                .withMessageContaining("none is set up");
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        String file = folder.resolve("key").toString();
        for (String[] wrong :
                new String[][] {
                    {CustodySettings.WRAPPING_ALGORITHM, "AES"},
                    {CustodyConfiguration.FORMER_WRAPPING_KEYS, file},
                    {CustodySettings.POOL_LEVEL, "-1"},
                    {CustodySettings.POOL_LEVEL, "100001"}
                }) {
            Environment settings =
                    settings(
                            Map.of(
                                    CustodyConfiguration.WRAPPING_KEY_FILE,
                                    file,
                                    wrong[0],
                                    wrong[1]));
            assertThatIllegalArgumentException()
                    .as(wrong[0])
                    .isThrownBy(
                            () ->
                                    CustodySettings.of(
                                            settings, Optional.empty(), CustodyBench.RANDOM));
        }
        Environment sm4 =
                settings(
                        Map.of(
                                CustodyConfiguration.WRAPPING_KEY_FILE,
                                file,
                                CustodySettings.WRAPPING_ALGORITHM,
                                "SM4-GCM"));
        assertThatThrownBy(() -> CustodySettings.of(sm4, Optional.empty(), CustodyBench.RANDOM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("16");
    }

    private static Environment settings(Map<String, Object> values) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", values));
        return environment;
    }

    private Custody custody(KeyWrapping wrapping) {
        return new EscrowingCustody(bench.means(wrapping, bench.journal, null, Checkpoint.NONE));
    }
}
