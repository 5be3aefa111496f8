package org.yinxin.authority.key.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.PinFile;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.SigningKey;

/** Keys in SoftHSM2. */
class Pkcs11AuthorityKeysTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.US_ASCII);

    @TempDir private Path folder;
    private final AuthorityBench.MovingClock clock = new AuthorityBench.MovingClock();

    private Pkcs11AuthorityKeys keys(Pkcs11Settings settings) {
        return new Pkcs11AuthorityKeys(settings, new SecureRandom(), clock);
    }

    private Pkcs11AuthorityKeys keys(String token) {
        return keys(SoftHsm.settings(token, folder));
    }

    private static boolean verified(SigningKey key, byte[] signature) {
        return Signatures.verify(key.publicKey(), key.signatureAlgorithm(), CONTENT, signature);
    }

    private static SigningKey open(AuthorityKeys keys, KeyHandle handle) {
        return keys.open(handle, KeyPurpose.SIGN_CERTIFICATES);
    }

    private static String refusal(Runnable deed) {
        KeyStoreUnavailableException refused =
                catchThrowableOfType(KeyStoreUnavailableException.class, deed::run);
        assertThat(refused).isNotNull();
        for (Throwable each = refused; each != null; each = each.getCause()) {
            assertThat(String.valueOf(each.getMessage())).doesNotContain(SoftHsm.PIN, "00009999");
        }
        return String.valueOf(refused.getMessage());
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"RSA_2048", "RSA_3072", "P256", "P384"})
    void a_key_signs_and_is_found_again(KeyAlgorithm algorithm) throws IOException {
        String token = "token a";
        KeyHandle handle = keys(token).create("demo", algorithm);
        assertThat(handle.value()).matches("demo-[0-9a-f]{16}");
        SigningKey key = open(keys(token), handle);
        assertThat(handle.names(key.publicKey())).isTrue();
        assertThat(key.signatureAlgorithm()).isEqualTo(algorithm.signatureAlgorithm());
        assertThat(verified(key, key.sign(CONTENT))).isTrue();
        assertThat(verified(key, key.sign(new ByteArrayInputStream(CONTENT)))).isTrue();
        assertThat(key).hasToString("TokenSigningKey[" + algorithm + "]");
    }

    @Test
    void a_key_that_was_made_elsewhere_is_found_without_a_start() {
        Pkcs11AuthorityKeys here = keys("token a");
        open(here, here.create("here", KeyAlgorithm.P256));
        KeyHandle made = keys("token a").create("elsewhere", KeyAlgorithm.P256);
        assertThat(here.holds(made)).isTrue();
        assertThat(here.holds(new KeyHandle("nowhere"))).isFalse();
        SigningKey key = open(here, made);
        assertThat(verified(key, key.sign(CONTENT))).isTrue();
        assertThat(open(here, made)).isSameAs(key);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"RSA_2048", "P256"})
    void a_private_key_cannot_be_taken_out(KeyAlgorithm algorithm) throws Exception {
        Pkcs11Settings settings = SoftHsm.settings("token a", folder);
        KeyHandle handle = keys(settings).create("kept", algorithm);
        KeyPair pair =
                Token.open(settings, new PinFile(settings.pinFile())).find(handle).orElseThrow();
        assertThat(pair.getPrivate().getEncoded()).isNull();
        assertThat(pair.getPrivate().toString())
                .contains("token object", "sensitive", "unextractable");
    }

    @Test
    void several_threads_sign_at_once() throws Exception {
        Pkcs11AuthorityKeys keys = keys("token a");
        SigningKey key = open(keys, keys.create("many", KeyAlgorithm.P256));
        Callable<Long> work =
                () -> IntStream.range(0, 20).filter(_ -> verified(key, key.sign(CONTENT))).count();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> done =
                    threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> work).toList());
            for (Future<Long> each : done) {
                assertThat(each.get()).isEqualTo(20);
            }
        }
    }

    @Test
    void a_lost_session_is_made_anew() throws IOException {
        String token = SoftHsm.token();
        Pkcs11AuthorityKeys keys = keys(token);
        SigningKey rsa = open(keys, keys.create("rsa", KeyAlgorithm.RSA_2048));
        SigningKey ec = open(keys, keys.create("ec", KeyAlgorithm.P256));
        assertThat(verified(rsa, rsa.sign(CONTENT))).isTrue();
        SoftHsm.endSessions(token);
        assertThat(verified(rsa, rsa.sign(CONTENT))).isTrue();
        assertThat(verified(ec, ec.sign(CONTENT))).isTrue();
        SoftHsm.endSessions(token);
        assertThat(verified(ec, ec.sign(new ByteArrayInputStream(CONTENT)))).isTrue();
        SoftHsm.endSessions(token);
        assertThat(keys.holds(keys.create("later", KeyAlgorithm.P256))).isTrue();
    }

    @Test
    void a_lost_session_is_made_anew_once_for_all_who_sign() throws Exception {
        String token = SoftHsm.token();
        Pkcs11AuthorityKeys keys = keys(token);
        SigningKey key = open(keys, keys.create("ec", KeyAlgorithm.P256));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 3; round++) {
                SoftHsm.endSessions(token);
                List<Future<byte[]>> signatures =
                        threads.invokeAll(
                                IntStream.range(0, 12)
                                        .<Callable<byte[]>>mapToObj(_ -> () -> key.sign(CONTENT))
                                        .toList());
                for (Future<byte[]> each : signatures) {
                    assertThat(verified(key, each.get())).isTrue();
                }
            }
        }
    }

    @Test
    void says_that_the_device_went_away_between_two_signatures() throws IOException {
        String token = SoftHsm.token();
        Pkcs11AuthorityKeys keys = keys(token);
        SigningKey key = open(keys, keys.create("gone", KeyAlgorithm.P256));
        assertThat(verified(key, key.sign(CONTENT))).isTrue();
        Path inside = SoftHsm.folder(token);
        Files.move(inside, inside.resolveSibling("gone"));
        assertThat(refusal(() -> key.sign(CONTENT)))
                .contains(
                        "has the label " + token,
                        "is the device connected and switched on",
                        "start this program again");
    }

    @Test
    void refuses_a_wrong_pin_and_offers_it_once() throws IOException {
        String token = SoftHsm.token();
        Pkcs11Settings settings = SoftHsm.settings(token, folder, "00009999");
        Pkcs11AuthorityKeys keys = keys(settings);
        KeyHandle handle = new KeyHandle("any");
        assertThat(refusal(() -> open(keys, handle)))
                .contains(
                        "The token " + token + " cannot be used (CKR_PIN_INCORRECT)",
                        "write the right one there");
        clock.move(Duration.ofMinutes(1));
        assertThat(refusal(() -> open(keys, handle)))
                .contains("not offered again", "write the right one into the first line");
        SoftHsm.settings(token, folder);
        Files.setLastModifiedTime(settings.pinFile(), FileTime.from(Instant.EPOCH));
        clock.move(Duration.ofMinutes(1));
        assertThat(keys.holds(keys.create("right", KeyAlgorithm.P256))).isTrue();
    }

    @Test
    void refuses_a_pin_file_that_is_missing_or_empty_or_open() throws IOException {
        String token = SoftHsm.token();
        Pkcs11Settings settings = SoftHsm.settings(token, folder, "");
        assertThat(refusal(() -> keys(settings).holds(new KeyHandle("any"))))
                .contains("is empty; write the PIN");
        Files.setPosixFilePermissions(
                settings.pinFile(), PosixFilePermissions.fromString("rw-r-----"));
        assertThat(refusal(() -> keys(settings).holds(new KeyHandle("any")))).contains("chmod 600");
        Files.delete(settings.pinFile());
        assertThat(refusal(() -> keys(settings).holds(new KeyHandle("any"))))
                .contains("cannot be read");
    }

    @Test
    void refuses_a_label_that_no_token_has() {
        assertThat(refusal(() -> keys("no such token").create("demo", KeyAlgorithm.P256)))
                .contains(
                        "has the label no such token",
                        "there are: ",
                        "token a",
                        "is the label in the settings right?");
    }

    @Test
    void refuses_a_library_that_is_missing_or_none() throws IOException {
        Pkcs11Settings right = SoftHsm.settings("token a", folder);
        Path absent = folder.resolve("libabsent.so");
        assertThat(
                        refusal(
                                () ->
                                        keys(new Pkcs11Settings(absent, "any", right.pinFile()))
                                                .holds(new KeyHandle("any"))))
                .contains("no PKCS#11 library " + absent, "install");
        Path text = Files.writeString(folder.resolve("text.so"), "text");
        assertThat(
                        refusal(
                                () ->
                                        keys(new Pkcs11Settings(text, "any", right.pinFile()))
                                                .holds(new KeyHandle("any"))))
                .contains("is no PKCS#11 library for this computer", "ldd");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pkcs11Settings(Path.of("lib.so"), "any", right.pinFile()))
                .withMessageContaining("whole path");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pkcs11Settings(absent, " ", right.pinFile()))
                .withMessageContaining("1 to 32");
    }

    @Test
    void refuses_a_key_that_is_not_there() {
        assertThatExceptionOfType(KeyStoreUnavailableException.class)
                .isThrownBy(() -> open(keys("token a"), new KeyHandle("nothing")))
                .withMessage(
                        "The token token a holds no key nothing; connect the token that holds it, or restore it from its backup.");
    }

    @Test
    void refuses_sm2() {
        assertThat(keys("token a").makes(KeyAlgorithm.SM2)).isFalse();
        assertThat(refusal(() -> keys("token a").create("demo", KeyAlgorithm.SM2)))
                .contains("SDF device (sdf) or key files (pkcs12)");
    }

    /** SoftHSM2 never locks a PIN, so this is what other tokens say. */
    @Test
    void does_not_log_in_where_a_wrong_pin_would_do_harm() {
        assertThat(new TokenFlags(0x40000 | 0x408).fault().orElseThrow()).contains("unlock it");
        assertThat(new TokenFlags(0x20000 | 0x408).fault().orElseThrow())
                .contains("not risked here");
        assertThat(new TokenFlags(0x400).fault().orElseThrow()).contains("initialise it");
        assertThat(new TokenFlags(0x408).fault()).isEmpty();
    }

    @Test
    void a_fault_says_what_to_do() {
        for (List<String> each :
                List.of(
                        List.of("CKR_PIN_LOCKED", "unlock it"),
                        List.of("CKR_PIN_EXPIRED", "set a new one"),
                        List.of("CKR_DEVICE_MEMORY", "it is full"),
                        List.of("CKR_MECHANISM_INVALID", "does not know this kind of key"),
                        List.of("CKR_TOKEN_WRITE_PROTECTED", "write-protected"),
                        List.of("CKR_DEVICE_REMOVED", "connected and switched on"))) {
            TokenFault fault =
                    new TokenFault(new IOException(new IllegalStateException(each.getFirst())));
            assertThat(fault.unavailable("the token x", "/pin"))
                    .hasMessageStartingWith("The token x cannot be used (" + each.getFirst() + ")")
                    .hasMessageContaining(each.getLast());
        }
    }
}
