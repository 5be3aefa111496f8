package org.yinxin.authority.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.authority.OpenSsl;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.SigningKey;

class Pkcs12AuthorityKeysTest {

    @TempDir private Path folder;
    private Path password = Path.of("none");

    @BeforeEach
    void makePassword() {
        password = folder.resolve("password");
        PasswordFile.create(password, new SecureRandom());
    }

    private AuthorityKeys keys() {
        return new Pkcs12AuthorityKeys(
                folder.resolve("keys"), password, new SecureRandom(), Clock.systemUTC());
    }

    private Path file(KeyHandle handle) {
        return folder.resolve("keys").resolve(handle.value() + ".p12");
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"SM2", "P256", "RSA_2048"})
    void a_key_outlives_the_process_that_made_it(KeyAlgorithm algorithm) {
        KeyHandle handle = keys().create("demo", algorithm);
        SigningKey one = keys().open(handle, KeyPurpose.SIGN_CERTIFICATES);
        SigningKey other = keys().open(handle, KeyPurpose.SIGN_CRLS);
        byte[] content = "content".getBytes(StandardCharsets.US_ASCII);
        assertThat(
                        Signatures.verify(
                                other.publicKey(),
                                one.signatureAlgorithm(),
                                content,
                                one.sign(content)))
                .isTrue();
    }

    @Test
    void its_file_is_for_the_owner_alone_and_opens_with_the_password_in_openssl()
            throws IOException {
        KeyHandle handle = keys().create("demo", KeyAlgorithm.SM2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(handle))))
                .isEqualTo("rw-------");
        OpenSsl openSsl = new OpenSsl(folder);
        OpenSsl.Result shown =
                openSsl.run(
                        "pkcs12",
                        "-in",
                        file(handle).toString(),
                        "-passin",
                        "file:" + password,
                        "-noenc");
        assertThat(shown.output()).contains("BEGIN PRIVATE KEY", "BEGIN CERTIFICATE");
        OpenSsl.Result wrong =
                openSsl.run(
                        "pkcs12",
                        "-in",
                        file(handle).toString(),
                        "-passin",
                        "pass:wrong",
                        "-noenc");
        assertThat(wrong.status()).isNotZero();
    }

    @Test
    void two_keys_of_one_label_are_two_files() {
        AuthorityKeys keys = keys();
        assertThat(keys.create("demo", KeyAlgorithm.SM2))
                .isNotEqualTo(keys.create("demo", KeyAlgorithm.SM2));
    }

    @Test
    void refuses_a_wrong_password_in_words() throws IOException {
        KeyHandle handle = keys().create("demo", KeyAlgorithm.SM2);
        Files.writeString(password, "another password, and as long as it must be\n");
        assertUnavailable(handle, "does the password");
    }

    @Test
    void refuses_a_missing_key_and_a_damaged_one_in_words() throws IOException {
        assertUnavailable(new KeyHandle("nothing"), "cannot be opened");
        KeyHandle handle = keys().create("demo", KeyAlgorithm.SM2);
        byte[] file = Files.readAllBytes(file(handle));
        file[file.length / 2] ^= 1;
        Files.write(file(handle), file);
        assertUnavailable(handle, "cannot be opened");
    }

    @Test
    void refuses_files_that_others_may_read() throws IOException {
        KeyHandle handle = keys().create("demo", KeyAlgorithm.SM2);
        Files.setPosixFilePermissions(file(handle), PosixFilePermissions.fromString("rw-r-----"));
        assertUnavailable(handle, "chmod 600");
        Files.setPosixFilePermissions(file(handle), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        assertUnavailable(handle, "chmod 600");
    }

    @Test
    void refuses_a_missing_or_short_password() throws IOException {
        KeyHandle handle = keys().create("demo", KeyAlgorithm.SM2);
        Files.writeString(password, "short\n");
        assertUnavailable(handle, "shorter than 32");
        Files.delete(password);
        assertUnavailable(handle, "cannot be read");
    }

    @Test
    void a_password_file_is_never_overwritten() {
        assertThatExceptionOfType(KeyStoreUnavailableException.class)
                .isThrownBy(() -> PasswordFile.create(password, new SecureRandom()));
    }

    private void assertUnavailable(KeyHandle handle, String words) {
        assertThatExceptionOfType(KeyStoreUnavailableException.class)
                .isThrownBy(() -> keys().open(handle, KeyPurpose.SIGN_CERTIFICATES))
                .withMessageContaining(words);
    }

    @Test
    void of_several_who_make_a_password_file_all_get_the_first_ones_password(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("several");
        List<Callable<String>> makers =
                Collections.nCopies(
                        16,
                        () -> {
                            PasswordFile.ensure(file, new SecureRandom());
                            return new String(PasswordFile.read(file));
                        });
        try (var threads = Executors.newFixedThreadPool(16)) {
            Set<String> passwords = new HashSet<>();
            for (Future<String> each : threads.invokeAll(makers)) {
                passwords.add(each.get());
            }
            assertThat(passwords).hasSize(1);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
