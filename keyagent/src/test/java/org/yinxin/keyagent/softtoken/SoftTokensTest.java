package org.yinxin.keyagent.softtoken;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.keyagent.TestPair;
import org.yinxin.keyagent.medium.ContainerId;
import org.yinxin.keyagent.medium.ContainerView;
import org.yinxin.keyagent.medium.KeyAnswer;
import org.yinxin.keyagent.medium.KeyRefusal;
import org.yinxin.keyagent.medium.Pin;
import org.yinxin.keyagent.medium.SelfTest;
import org.yinxin.keyagent.medium.TokenId;
import org.yinxin.keyagent.medium.TokenView;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.SigningRequest;
import org.yinxin.pki.request.SigningRequests;

class SoftTokensTest {

    private static final Pin PIN = new Pin("Yx-2611!");
    private static final Pin WRONG = new Pin("Yx-2612!");
    private static final SubjectName SUBJECT =
            new SubjectName("CN", null, null, "星河", List.of(), "星河");

    @TempDir Path folder;
    private SoftTokens medium;

    @BeforeEach
    void open() throws IOException {
        medium = SoftTokens.open(folder, 3, TestPair.RANDOM);
    }

    @AfterEach
    void close() throws IOException {
        medium.close();
    }

    @Test
    void makes_a_signing_key_inside_and_a_request_signed_by_it() {
        ContainerView container = container(token());
        SigningRequest request =
                switch (SigningRequests.parse(container.signingRequest())) {
                    case ParsedRequest.Accepted(SigningRequest accepted) -> accepted;
                    case ParsedRequest.Rejected(var fault) -> throw new AssertionError(fault);
                };
        assertThat(request.publicKey()).isEqualTo(container.signingKey());
        assertThat(request.subject()).isEqualTo(SUBJECT.toX500Name());
    }

    @Test
    void installs_the_pair_and_then_signs_and_decrypts() {
        TokenId token = token();
        ContainerView container = container(token);
        TestPair pair = new TestPair(container.signingKey());
        assertThat(done(install(token, container, pair)).certificates()).isNotNull();

        byte[] signature = done(medium.sign(token, container.id(), PIN, "印信".getBytes(UTF_8)));
        assertThat(
                        Signatures.verify(
                                container.signingKey(),
                                KeyAlgorithm.SM2.signatureAlgorithm(),
                                "印信".getBytes(UTF_8),
                                signature))
                .isTrue();
        byte[] cipher =
                Sm2Encryption.encrypt(
                        pair.encryption.getPublic(), new byte[] {1, 2}, TestPair.RANDOM);
        assertThat(done(medium.decrypt(token, container.id(), PIN, cipher))).containsExactly(1, 2);
        assertThat(done(new SelfTest(medium, TestPair.RANDOM).run(token, container.id(), PIN)))
                .isEqualTo(new SelfTest.Result(true, true));
    }

    @Test
    void keeps_everything_over_a_restart() throws IOException {
        TokenId token = token();
        ContainerView container = container(token);
        done(install(token, container, new TestPair(container.signingKey())));
        medium.close();
        open();
        assertThat(medium.tokens()).extracting(TokenView::label).containsExactly("测试介质");
        ContainerView again = done(medium.container(token, container.id()));
        assertThat(again.signingRequest()).isEqualTo(container.signingRequest());
        assertThat(again.certificates()).isNotNull();
        done(medium.sign(token, container.id(), PIN, new byte[1]));
    }

    @Test
    void installing_the_same_pair_twice_is_as_once_and_another_pair_is_refused() {
        TokenId token = token();
        ContainerView container = container(token);
        TestPair pair = new TestPair(container.signingKey());
        done(install(token, container, pair));
        done(install(token, container, pair));
        assertThat(refused(install(token, container, new TestPair(container.signingKey()))))
                .isEqualTo(KeyRefusal.OTHER_CERTIFICATES_INSTALLED);
    }

    @Test
    void installs_nothing_that_does_not_belong_together() {
        TokenId token = token();
        ContainerView container = container(token);
        TestPair pair = new TestPair(container.signingKey());
        KeyPair other = KeyPairs.generate(KeyAlgorithm.SM2, TestPair.RANDOM);
        TestPair foreign = new TestPair(other.getPublic());

        assertThat(refused(install(token, container, foreign)))
                .isEqualTo(KeyRefusal.CERTIFICATE_OF_ANOTHER_KEY);
        assertThat(
                        refused(
                                install(
                                        token,
                                        container,
                                        pair.signCertificate,
                                        foreign.encryptionCertificate,
                                        pair.envelope)))
                .isEqualTo(KeyRefusal.ENVELOPE_NOT_OF_CERTIFICATE);
        assertThat(
                        refused(
                                install(
                                        token,
                                        container,
                                        pair.signCertificate,
                                        pair.encryptionCertificate,
                                        Sm2EnvelopedKey.seal(
                                                other.getPublic(),
                                                pair.encryption,
                                                TestPair.RANDOM))))
                .isEqualTo(KeyRefusal.ENVELOPE_OF_ANOTHER_KEY);
        assertThat(
                        refused(
                                install(
                                        token,
                                        container,
                                        pair.signCertificate,
                                        TestPair.certificate(
                                                pair.encryption.getPublic(), "CN=other"),
                                        pair.envelope)))
                .isEqualTo(KeyRefusal.CERTIFICATES_NO_PAIR);
        assertThat(
                        refused(
                                install(
                                        token,
                                        container,
                                        pair.signCertificate,
                                        pair.signCertificate,
                                        pair.envelope)))
                .isEqualTo(KeyRefusal.CERTIFICATES_NO_PAIR);
        assertThat(
                        refused(
                                install(
                                        token,
                                        container,
                                        new byte[] {1},
                                        pair.encryptionCertificate,
                                        pair.envelope)))
                .isEqualTo(KeyRefusal.MALFORMED_CERTIFICATE);
        assertThat(done(medium.container(token, container.id())).certificates()).isNull();
        assertThat(refused(medium.decrypt(token, container.id(), PIN, new byte[1])))
                .isEqualTo(KeyRefusal.NO_ENCRYPTION_KEY);
        assertThat(refused(new SelfTest(medium, TestPair.RANDOM).run(token, container.id(), PIN)))
                .isEqualTo(KeyRefusal.NO_ENCRYPTION_KEY);
    }

    @Test
    void does_not_decrypt_what_is_for_another_key() {
        TokenId token = token();
        ContainerView container = container(token);
        done(install(token, container, new TestPair(container.signingKey())));
        byte[] cipher = Sm2Encryption.encrypt(container.signingKey(), new byte[1], TestPair.RANDOM);
        assertThat(refused(medium.decrypt(token, container.id(), PIN, cipher)))
                .isEqualTo(KeyRefusal.UNDECIPHERABLE);
    }

    @Test
    void counts_wrong_pins_and_locks_even_for_the_right_one() throws IOException {
        TokenId token = token();
        ContainerView container = container(token);
        assertThat(medium.sign(token, container.id(), WRONG, new byte[1]))
                .isEqualTo(new KeyAnswer.Refused<byte[]>(KeyRefusal.WRONG_PIN, 2));
        medium.close();
        open();
        assertThat(medium.decrypt(token, container.id(), WRONG, new byte[1]))
                .isEqualTo(new KeyAnswer.Refused<byte[]>(KeyRefusal.WRONG_PIN, 1));
        assertThat(medium.makeContainer(token, WRONG, SUBJECT))
                .isEqualTo(new KeyAnswer.Refused<ContainerView>(KeyRefusal.PIN_LOCKED, 0));
        assertThat(medium.sign(token, container.id(), PIN, new byte[1]))
                .isEqualTo(new KeyAnswer.Refused<byte[]>(KeyRefusal.PIN_LOCKED, 0));
        assertThat(medium.tokens().getFirst().triesLeft()).isZero();
    }

    @Test
    void the_right_pin_clears_the_count() {
        TokenId token = token();
        ContainerView container = container(token);
        medium.sign(token, container.id(), WRONG, new byte[1]);
        medium.sign(token, container.id(), WRONG, new byte[1]);
        done(medium.sign(token, container.id(), PIN, new byte[1]));
        assertThat(medium.tokens().getFirst().triesLeft()).isEqualTo(3);
    }

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

    @Test
    void refuses_unfit_pins_and_labels() {
        for (String pin :
                List.of("", "12345", "111111", "123456", "987654", "121212", "密码密码密码", "a b c d")) {
            assertThat(refused(medium.makeToken("介质", new Pin(pin))))
                    .as(pin)
                    .isEqualTo(KeyRefusal.UNFIT_PIN);
        }
        assertThat(refused(medium.makeToken("介质", new Pin("a1b2".repeat(9)))))
                .isEqualTo(KeyRefusal.UNFIT_PIN);
        for (String label : List.of("", "  ", "a\nb", "字".repeat(41))) {
            assertThat(refused(medium.makeToken(label, PIN))).isEqualTo(KeyRefusal.UNFIT_LABEL);
        }
        assertThat(medium.tokens()).isEmpty();
    }

    @Test
    void refuses_tokens_and_containers_that_it_does_not_have() {
        TokenId absent = new TokenId("absent");
        ContainerId none = new ContainerId("none");
        assertThat(refused(medium.containers(absent))).isEqualTo(KeyRefusal.UNKNOWN_TOKEN);
        assertThat(refused(medium.sign(absent, none, PIN, new byte[1])))
                .isEqualTo(KeyRefusal.UNKNOWN_TOKEN);
        TokenId token = token();
        assertThat(refused(medium.container(token, none))).isEqualTo(KeyRefusal.UNKNOWN_CONTAINER);
        assertThat(refused(medium.sign(token, none, PIN, new byte[1])))
                .isEqualTo(KeyRefusal.UNKNOWN_CONTAINER);
    }

    private TokenId token() {
        return done(medium.makeToken("测试介质", PIN)).id();
    }

    private ContainerView container(TokenId token) {
        return done(medium.makeContainer(token, PIN, SUBJECT));
    }

    private KeyAnswer<ContainerView> install(TokenId token, ContainerView container, TestPair p) {
        return install(token, container, p.signCertificate, p.encryptionCertificate, p.envelope);
    }

    private KeyAnswer<ContainerView> install(
            TokenId token,
            ContainerView container,
            byte[] sign,
            byte[] encryption,
            Sm2EnvelopedKey envelope) {
        return medium.install(token, container.id(), PIN, sign, encryption, envelope);
    }

    private static <T> T done(KeyAnswer<T> answer) {
        return switch (answer) {
            case KeyAnswer.Done<T>(T value) -> value;
            case KeyAnswer.Refused<T>(KeyRefusal reason, _) -> throw new AssertionError(reason);
        };
    }

    private static <T> KeyRefusal refused(KeyAnswer<T> answer) {
        return switch (answer) {
            case KeyAnswer.Done<T> _ -> throw new AssertionError("done");
            case KeyAnswer.Refused<T>(KeyRefusal reason, _) -> reason;
        };
    }
}
