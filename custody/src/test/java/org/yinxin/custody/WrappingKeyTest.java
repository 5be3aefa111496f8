package org.yinxin.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

class WrappingKeyTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path folder;

    @Test
    void the_file_is_for_its_owner_alone_and_never_overwritten() throws Exception {
        Path file = folder.resolve("key");
        WrappingKey.create(file, RANDOM);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        byte[] first = Files.readAllBytes(file);
        assertThatThrownBy(() -> WrappingKey.create(file, RANDOM))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void a_missing_or_cut_file_is_refused() throws Exception {
        assertThatThrownBy(() -> WrappingKey.read(folder.resolve("absent"), RANDOM))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("absent");
        Files.write(folder.resolve("cut"), new byte[31]);
        assertThatThrownBy(() -> WrappingKey.read(folder.resolve("cut"), RANDOM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("31");
    }

    @Test
    void what_is_altered_or_of_another_format_does_not_unwrap() throws Exception {
        WrappingKey key = key();
        byte[] bound = {7};
        byte[] wrapped = key.wrap(new byte[] {1, 2, 3}, bound);
        assertThat(key.unwrap(wrapped, bound)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> key.unwrap(wrapped, new byte[] {8}))
                .isInstanceOf(IllegalStateException.class);
        for (int i : new int[] {0, 1, wrapped.length - 1}) {
            byte[] altered = wrapped.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> key.unwrap(altered, bound))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> key.unwrap(new byte[] {1}, bound))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neither_the_key_nor_a_row_tells_its_secret() throws Exception {
        WrappingKey key = key();
        String octets = HexFormat.of().formatHex(Files.readAllBytes(folder.resolve("key")));
        assertThat(key.toString()).startsWith("WrappingKey[").doesNotContain(octets);
        assertThat(key.toString().length()).isLessThan(32);
        EscrowId id = new EscrowId(UUID.randomUUID());
        EscrowedKey row =
                new EscrowedKey(
                        id,
                        KeyPairs.generate(KeyAlgorithm.SM2, RANDOM).getPublic(),
                        new WrappedKey(new byte[3], WrappingAlgorithm.AES_256_GCM, "x"),
                        null);
        assertThat(row).hasToString("EscrowedKey[" + id + "]");
    }

    private WrappingKey key() throws Exception {
        WrappingKey.create(folder.resolve("key"), RANDOM);
        return WrappingKey.read(folder.resolve("key"), RANDOM);
    }
}
