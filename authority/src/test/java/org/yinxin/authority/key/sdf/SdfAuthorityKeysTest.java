package org.yinxin.authority.key.sdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.OpenSsl;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.SigningKey;

/** Keys in the test double of an SDF device. */
class SdfAuthorityKeysTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.US_ASCII);

    @TempDir private Path folder;
    private final AuthorityBench.MovingClock clock = new AuthorityBench.MovingClock();
    private Collection<KeyHandle> referred = Set.of();

    private SdfAuthorityKeys keys(SdfDouble device, String indexes) {
        return keys(device.settings(indexes));
    }

    private SdfAuthorityKeys keys(SdfSettings settings) {
        return new SdfAuthorityKeys(settings, folder.resolve("keys"), () -> referred, clock);
    }

    private static SigningKey open(AuthorityKeys keys, KeyHandle handle) {
        return keys.open(handle, KeyPurpose.SIGN_CERTIFICATES);
    }

    private static boolean signs(SigningKey key) {
        return verified(key, key.sign(CONTENT));
    }

    private static boolean verified(SigningKey key, byte[] signature) {
        return Signatures.verify(key.publicKey(), key.signatureAlgorithm(), CONTENT, signature);
    }

    private static String refusal(Runnable deed) {
        KeyStoreUnavailableException refused =
                catchThrowableOfType(KeyStoreUnavailableException.class, deed::run);
        assertThat(refused).isNotNull();
        for (Throwable each = refused; each != null; each = each.getCause()) {
            assertThat(String.valueOf(each.getMessage()))
                    .doesNotContain(SdfDouble.PASSWORD, "another-word");
        }
        return String.valueOf(refused.getMessage());
    }

    private void later() {
        clock.move(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROOM_FOR_512", "ROOM_FOR_256"})
    void a_key_signs_what_openssl_verifies(String room) throws IOException {
        SdfDouble device = SdfDouble.with(1, folder, "-D" + room);
        KeyHandle handle = keys(device, "1-4").create("demo", KeyAlgorithm.SM2);
        assertThat(handle.value()).matches("demo-[0-9a-f]{16}");
        SigningKey key = open(keys(device, "1-4"), handle);
        assertThat(handle.names(key.publicKey())).isTrue();
        assertThat(signs(key)).isTrue();
        OpenSsl openSsl = new OpenSsl(folder);
        openSsl.put("public.der", key.publicKey().getEncoded());
        openSsl.put("content", CONTENT);
        openSsl.put("signature", key.sign(new ByteArrayInputStream(CONTENT)));
        openSsl.run("pkey", "-pubin", "-inform", "DER", "-in", "public.der", "-out", "public.pem");
        assertThat(
                        openSsl.run(
                                        "dgst",
                                        "-sm3",
                                        "-sigopt",
                                        "distid:1234567812345678",
                                        "-verify",
                                        "public.pem",
                                        "-signature",
                                        "signature",
                                        "content")
                                .output())
                .isEqualTo("Verified OK\n");
    }

    @Test
    void no_key_is_given_twice() throws IOException {
        SdfDouble device = SdfDouble.with(3, folder);
        SdfAuthorityKeys keys = keys(device, "1-4");
        Set<KeyHandle> made = new HashSet<>();
        made.add(keys.create("one", KeyAlgorithm.SM2));
        made.add(keys(device, "1-4").create("two", KeyAlgorithm.SM2));
        made.add(keys.create("three", KeyAlgorithm.SM2));
        assertThat(made.stream().map(each -> open(keys, each).publicKey()).distinct()).hasSize(3);
        assertThat(refusal(() -> keys.create("four", KeyAlgorithm.SM2)))
                .contains("is free at the indexes [1, 2, 3, 4]", "key-indexes");
        device.makeKey(4);
        assertThat(signs(open(keys, keys.create("four", KeyAlgorithm.SM2)))).isTrue();
    }

    @Test
    void several_who_make_keys_at_once_get_different_ones() throws Exception {
        SdfDouble device = SdfDouble.with(6, folder);
        SdfAuthorityKeys keys = keys(device, "1-6");
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Future<KeyHandle>> made =
                    threads.invokeAll(
                            IntStream.range(0, 6)
                                    .<Callable<KeyHandle>>mapToObj(
                                            _ -> () -> keys.create("demo", KeyAlgorithm.SM2))
                                    .toList());
            Set<KeyHandle> different = new HashSet<>();
            for (Future<KeyHandle> each : made) {
                different.add(each.get());
            }
            assertThat(different).hasSize(6);
        }
    }

    @Test
    void a_key_that_the_database_refers_to_is_taken() throws IOException {
        SdfDouble device = SdfDouble.with(1, folder);
        KeyHandle handle = keys(device, "1").create("one", KeyAlgorithm.SM2);
        try (var files = Files.list(folder.resolve("keys"))) {
            for (Path each : files.toList()) {
                assertThat(each.getFileName().toString()).matches("sdf-[0-9a-f]{16}\\.taken");
                assertThat(Files.readString(each))
                        .isEqualTo("key 1 of the SDF device is " + handle.value() + "\n");
                Files.delete(each);
            }
        }
        referred = List.of(new KeyHandle("other"), handle);
        assertThat(refusal(() -> keys(device, "1").create("two", KeyAlgorithm.SM2)))
                .contains("is free at the indexes [1]");
        referred = List.of(new KeyHandle("other"));
        assertThat(keys(device, "1").create("one", KeyAlgorithm.SM2)).isEqualTo(handle);
    }

    @Test
    void a_key_is_found_wherever_it_lies() throws IOException {
        SdfDouble device = SdfDouble.with(2, folder);
        SdfAuthorityKeys keys = keys(device, "1-2");
        SigningKey one = open(keys, keys.create("one", KeyAlgorithm.SM2));
        SigningKey two = open(keys, keys.create("two", KeyAlgorithm.SM2));
        device.swapKeys(1, 2);
        device.restart();
        assertThat(signs(one)).isTrue();
        assertThat(signs(two)).isTrue();
    }

    @Test
    void an_index_that_answers_a_code_of_its_maker_is_passed_over() throws IOException {
        SdfDouble device = SdfDouble.with(0, folder);
        device.makeKey(3);
        device.begin("odd");
        SdfAuthorityKeys keys = keys(device, "1-3");
        KeyHandle handle = keys.create("demo", KeyAlgorithm.SM2);
        assertThat(signs(open(keys(device, "1-3"), handle))).isTrue();
        assertThat(refusal(() -> keys.holds(new KeyHandle("other"))))
                .contains("SDF_ExportSignPublicKey_ECC answers 0x02003001", "manual");
    }

    @Test
    void several_threads_sign_at_once_also_while_the_device_restarts() throws Exception {
        SdfDouble device = SdfDouble.with(1, folder);
        SdfAuthorityKeys keys = keys(device, "1");
        SigningKey key = open(keys, keys.create("demo", KeyAlgorithm.SM2));
        Callable<Long> work = () -> IntStream.range(0, 20).filter(_ -> signs(key)).count();
        for (int round = 0; round < 3; round++) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                device.restart();
                List<Future<Long>> done =
                        threads.invokeAll(IntStream.range(0, 12).mapToObj(_ -> work).toList());
                for (Future<Long> each : done) {
                    assertThat(each.get()).isEqualTo(20);
                }
            }
        }
    }

    @Test
    void a_lost_session_is_made_anew() throws IOException {
        SdfDouble device = SdfDouble.with(1, folder);
        SdfAuthorityKeys keys = keys(device, "1");
        SigningKey key = open(keys, keys.create("demo", KeyAlgorithm.SM2));
        long before = device.calls("SDF_OpenDevice");
        assertThat(signs(key)).isTrue();
        assertThat(device.calls("SDF_OpenDevice")).isEqualTo(before);
        device.begin("signs-once");
        assertThat(signs(key)).isTrue();
        assertThat(signs(key)).isTrue();
        device.end("signs-once");
        device.restart();
        assertThat(signs(key)).isTrue();
        assertThat(device.calls("SDF_OpenDevice")).isEqualTo(before + 3);
    }

    @Test
    void says_that_the_device_went_away_and_goes_on_when_it_is_back() throws IOException {
        SdfDouble device = SdfDouble.with(1, folder);
        SdfAuthorityKeys keys = keys(device, "1");
        SigningKey key = open(keys, keys.create("demo", KeyAlgorithm.SM2));
        clock.hold();
        device.begin("away");
        assertThat(refusal(() -> key.sign(CONTENT)))
                .startsWith("The SDF device behind " + device.library() + " cannot be used")
                .contains("SDF_OpenDevice answers 0x01000005", "connected and switched on");
        device.end("away");
        assertThat(refusal(() -> key.sign(CONTENT))).contains("SDF_OpenDevice");
        later();
        assertThat(signs(key)).isTrue();
    }

    @Test
    void says_that_the_device_is_busy() throws IOException {
        SdfDouble device = SdfDouble.with(1, folder);
        device.begin("busy");
        assertThat(refusal(() -> keys(device, "1").create("demo", KeyAlgorithm.SM2)))
                .contains("SDF_OpenDevice answers 0x01000005", "no other program takes");
    }

    @Test
    void refuses_a_wrong_password_and_offers_it_once() throws IOException {
        SdfDouble device = SdfDouble.with(1, folder);
        KeyHandle handle = keys(device, "1").create("demo", KeyAlgorithm.SM2);
        long before = device.calls("SDF_GetPrivateKeyAccessRight");
        device.writePassword("another-word");
        SdfAuthorityKeys keys = keys(device, "1");
        assertThat(refusal(() -> open(keys, handle)))
                .contains(
                        "SDF_GetPrivateKeyAccessRight answers 0x01000018",
                        "write the right password of the key into " + device.passwordFile());
        later();
        assertThat(refusal(() -> open(keys, handle))).contains("not offered again");
        assertThat(device.calls("SDF_GetPrivateKeyAccessRight")).isEqualTo(before + 1);
        device.writePassword(SdfDouble.PASSWORD);
        Files.setLastModifiedTime(device.passwordFile(), FileTime.from(Instant.EPOCH));
        assertThat(signs(open(keys, handle))).isTrue();
    }

    @Test
    void a_wrong_password_is_offered_once_also_by_many_at_once() throws Exception {
        SdfDouble device = SdfDouble.with(1, folder);
        KeyHandle handle = keys(device, "1").create("demo", KeyAlgorithm.SM2);
        long before = device.calls("SDF_GetPrivateKeyAccessRight");
        device.writePassword("another-word");
        SdfAuthorityKeys keys = keys(device, "1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> refusals =
                    threads.invokeAll(
                            IntStream.range(0, 12)
                                    .<Callable<String>>mapToObj(
                                            _ -> () -> refusal(() -> open(keys, handle)))
                                    .toList());
            for (Future<String> each : refusals) {
                assertThat(each.get()).contains("write the right");
            }
        }
        assertThat(device.calls("SDF_GetPrivateKeyAccessRight")).isEqualTo(before + 1);
    }

    @Test
    void refuses_a_device_that_signs_wrongly_or_not_at_all() throws IOException {
        SdfDouble device = SdfDouble.with(1, folder);
        KeyHandle handle = keys(device, "1").create("demo", KeyAlgorithm.SM2);
        device.begin("wrong");
        assertThat(refusal(() -> open(keys(device, "1"), handle)))
                .contains("cannot be verified", "Ask the maker");
        device.end("wrong");
        device.begin("empty");
        assertThat(refusal(() -> open(keys(device, "1"), handle)))
                .contains("SDF_InternalSign_ECC answers 0x0100000d");
    }

    @Test
    void refuses_a_key_that_is_not_there_or_no_longer() throws IOException {
        SdfDouble device = SdfDouble.with(1, folder);
        SdfAuthorityKeys keys = keys(device, "1-2");
        assertThat(refusal(() -> open(keys, new KeyHandle("nothing"))))
                .contains("holds no key nothing at the indexes [1, 2]", "name its index");
        SigningKey key = open(keys, keys.create("demo", KeyAlgorithm.SM2));
        device.loseKey(1);
        assertThat(refusal(() -> key.sign(CONTENT)))
                .contains("0x01000008", "restore the device from its backup");
    }

    @Test
    void refuses_a_library_that_is_missing_or_none_or_another() throws IOException {
        SdfDouble device = SdfDouble.with(0, folder);
        Path absent = folder.resolve("libabsent.so");
        Path text = Files.writeString(folder.resolve("text.so"), "text");
        Path other = folder.resolve("libother.so");
        new ProcessBuilder("gcc", "-shared", "-x", "c", "-o", other.toString(), "/dev/null")
                .inheritIO()
                .start()
                .onExit()
                .join();
        assertThat(refusal(() -> device(absent, device).holds(new KeyHandle("any"))))
                .contains("no SDF library " + absent, "install");
        assertThat(refusal(() -> device(text, device).holds(new KeyHandle("any"))))
                .contains("is no library for this computer", "ldd");
        assertThat(refusal(() -> device(other, device).holds(new KeyHandle("any"))))
                .contains("is no SDF library of GM/T 0018: it has no SDF_OpenDevice");
    }

    private SdfAuthorityKeys device(Path library, SdfDouble device) {
        return keys(new SdfSettings(library, List.of(1), device.passwordFile()));
    }

    @Test
    void refuses_other_algorithms() {
        SdfAuthorityKeys keys =
                keys(new SdfSettings(Path.of("/none.so"), List.of(1), Path.of("/none")));
        assertThat(keys.makes(KeyAlgorithm.SM2)).isTrue();
        assertThat(keys.makes(KeyAlgorithm.P256)).isFalse();
        assertThat(refusal(() -> keys.create("demo", KeyAlgorithm.RSA_2048)))
                .contains("not for RSA_2048", "PKCS#11 token (pkcs11) or key files (pkcs12)");
    }

    @Test
    void indexes_are_read_as_people_write_them() {
        assertThat(SdfSettings.indexes("1-3, 7,9-9")).containsExactly(1, 2, 3, 7, 9);
        for (String wrong : new String[] {"", "0", "3-1", "1-", "a", "1;2", "1-5000"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SdfSettings.indexes(wrong))
                    .withMessageContaining("indexes of keys");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SdfSettings(Path.of("lib.so"), List.of(1), Path.of("/none")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SdfSettings(Path.of("/lib.so"), List.of(), Path.of("/none")));
    }
}
