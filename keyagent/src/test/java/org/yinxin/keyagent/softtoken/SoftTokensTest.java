package org.yinxin.keyagent.softtoken;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.Test;
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
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.SigningRequest;
import org.yinxin.pki.request.SigningRequests;

class SoftTokensTest extends OpenMedium {

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
}
