package org.yinxin.keyagent.softtoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yinxin.keyagent.TestPair;
import org.yinxin.keyagent.medium.ContainerView;
import org.yinxin.keyagent.medium.KeyRefusal;
import org.yinxin.keyagent.medium.TokenId;
import org.yinxin.keyagent.medium.TokenView;

/** What stands on the disk, and what is left of it when things go wrong. */
class TokenFilesTest extends OpenMedium {

    @Test
    void a_try_is_counted_on_the_disk_before_it_is_made() throws IOException {
        TokenId token = token();
        medium.close();
        try (SoftTokens readOnly =
                SoftTokens.open(
                        Folder.open(
                                folder,
                                (_, _) -> {
                                    throw new IOException("no power");
                                }),
                        3,
                        TestPair.RANDOM)) {
            assertThatThrownBy(() -> readOnly.makeContainer(token, PIN, SUBJECT))
                    .isInstanceOf(UncheckedIOException.class);
        }
        open();
        assertThat(medium.tokens().getFirst().containers()).isZero();
    }

    @Test
    void an_interrupted_write_leaves_the_old_content_and_no_litter() throws IOException {
        TokenId token = token();
        ContainerView container = container(token);
        medium.close();
        int[] moves = {0};
        Folder.Mover failsAtThird =
                (from, to) -> {
                    if (++moves[0] == 3) {
                        throw new IOException("no power");
                    }
                    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                };
        try (SoftTokens interrupted =
                SoftTokens.open(Folder.open(folder, failsAtThird), 3, TestPair.RANDOM)) {
            TestPair pair = new TestPair(container.signingKey());
            assertThatThrownBy(
                            () ->
                                    interrupted.install(
                                            token,
                                            container.id(),
                                            PIN,
                                            pair.signCertificate,
                                            pair.encryptionCertificate,
                                            pair.envelope))
                    .isInstanceOf(UncheckedIOException.class);
        }
        Files.writeString(folder.resolve("half.new"), "{\"format\":");
        open();
        assertThat(done(medium.container(token, container.id())).certificates()).isNull();
        done(install(token, container, new TestPair(container.signingKey())));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".new"));
        }
    }

    @Test
    void a_damaged_file_is_said_to_be_and_does_not_hide_the_others() throws IOException {
        TokenId good = token();
        TokenId bad = token();
        for (String content : List.of("", "{", "[]", "{\"format\":2}", "null")) {
            Files.writeString(folder.resolve(bad + ".token"), content);
            assertThat(refused(medium.containers(bad))).isEqualTo(KeyRefusal.DAMAGED);
            assertThat(refused(medium.makeContainer(bad, PIN, SUBJECT)))
                    .isEqualTo(KeyRefusal.DAMAGED);
        }
        Files.copy(
                folder.resolve(good + ".token"),
                folder.resolve(bad + ".token"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(refused(medium.containers(bad))).isEqualTo(KeyRefusal.DAMAGED);
        assertThat(medium.tokens()).extracting(TokenView::id).containsExactly(good);
    }

    @Test
    void a_secret_moved_to_another_place_does_not_open() throws IOException {
        TokenId token = token();
        ContainerView one = container(token);
        ContainerView two = container(token);
        Path file = folder.resolve(token + ".token");
        String json = Files.readString(file);
        List<String> sealed =
                java.util.regex.Pattern.compile("\"signingKey\":\"([^\"]+)\"")
                        .matcher(json)
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        Files.writeString(file, json.replace(sealed.get(0), sealed.get(1)));
        assertThat(refused(medium.sign(token, one.id(), PIN, new byte[1])))
                .isEqualTo(KeyRefusal.DAMAGED);
        done(medium.sign(token, two.id(), PIN, new byte[1]));
    }

    @Test
    void the_file_is_for_its_owner_alone_and_tells_neither_pin_nor_key() throws IOException {
        TokenId token = token();
        ContainerView container = container(token);
        TestPair pair = new TestPair(container.signingKey());
        done(install(token, container, pair));
        Path file = folder.resolve(token + ".token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        byte[] secret =
                org.yinxin.pki.key.PublicKeys.sm2PrivateNumber(pair.encryption.getPrivate());
        assertThat(Files.readString(file))
                .doesNotContain(PIN.value())
                .doesNotContain(Base64.getEncoder().encodeToString(secret));
        assertThat(PIN.toString()).doesNotContain(PIN.value());
    }

    @Test
    void two_agents_do_not_share_a_folder() {
        assertThatThrownBy(() -> SoftTokens.open(folder, 3, TestPair.RANDOM))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another key agent");
    }
}
