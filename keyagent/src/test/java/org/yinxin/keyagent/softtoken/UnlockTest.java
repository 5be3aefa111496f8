package org.yinxin.keyagent.softtoken;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yinxin.keyagent.TestPair;
import org.yinxin.keyagent.medium.ContainerView;
import org.yinxin.keyagent.medium.HallKeys;
import org.yinxin.keyagent.medium.KeyAnswer;
import org.yinxin.keyagent.medium.KeyRefusal;
import org.yinxin.keyagent.medium.Pin;
import org.yinxin.keyagent.medium.TokenId;
import org.yinxin.keyagent.medium.TokenView;
import org.yinxin.keyagent.medium.UnlockChallenge;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.Sm3;
import org.yinxin.pki.key.SoftwareSigningKey;

/** Unlocking together with a hall, which is played here by its two keys. */
class UnlockTest extends OpenMedium {

    private static final Pin NEW_PIN = new Pin("Yx-2027!");

    private final KeyPair signing = KeyPairs.generate(KeyAlgorithm.SM2, TestPair.RANDOM);
    private final KeyPair encryption = KeyPairs.generate(KeyAlgorithm.SM2, TestPair.RANDOM);
    private final HallKeys hall = new HallKeys(signing.getPublic(), encryption.getPublic());

    /** What the hall answers. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Grant(byte[] statement, byte[] signature) {}

    private TokenId pinned() {
        TokenId token = token();
        done(medium.pinHall(token, PIN, hall));
        return token;
    }

    private void lock(TokenId token, ContainerView container) {
        for (int i = 0; i < 3; i++) {
            medium.sign(token, container.id(), WRONG, new byte[1]);
        }
        assertThat(refused(medium.sign(token, container.id(), PIN, new byte[1])))
                .isEqualTo(KeyRefusal.PIN_LOCKED);
    }

    private byte[] told(UnlockChallenge asked) throws Exception {
        return Sm2Encryption.decrypt(encryption.getPrivate(), asked.share());
    }

    private Grant grant(UnlockChallenge asked) throws Exception {
        return grant(asked, asked.token().value(), signing);
    }

    private Grant grant(UnlockChallenge asked, String token, KeyPair by) throws Exception {
        byte[] share = Arrays.copyOf(told(asked), 32);
        byte[] reply =
                Sm2Encryption.encrypt(
                        PublicKeys.fromSm2Point(asked.replyKey()), share, TestPair.RANDOM);
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] statement =
                String.join(
                                "\n",
                                "Yinxin unlock grant 1",
                                token,
                                base64.encodeToString(asked.nonce()),
                                base64.encodeToString(reply))
                        .getBytes(UTF_8);
        return new Grant(statement, new SoftwareSigningKey(by).sign(statement));
    }

    private KeyAnswer<TokenView> unlock(TokenId token, Grant grant) {
        return medium.unlock(token, grant.statement(), grant.signature(), NEW_PIN);
    }

    @Test
    void a_locked_token_takes_a_new_pin_by_a_grant_of_its_hall() throws Exception {
        TokenId token = pinned();
        ContainerView container = container(token);
        lock(token, container);
        TokenView reset = done(unlock(token, grant(done(medium.askUnlock(token)))));
        assertThat(reset.triesLeft()).isEqualTo(3);
        done(medium.sign(token, container.id(), NEW_PIN, new byte[1]));
        assertThat(refused(medium.sign(token, container.id(), PIN, new byte[1])))
                .isEqualTo(KeyRefusal.WRONG_PIN);
    }

    @Test
    void a_grant_is_good_once_and_for_one_question() throws Exception {
        TokenId token = pinned();
        Grant first = grant(done(medium.askUnlock(token)));
        done(unlock(token, first));
        assertThat(refused(unlock(token, first))).isEqualTo(KeyRefusal.NOT_ASKED);
        Grant second = grant(done(medium.askUnlock(token)));
        assertThat(refused(unlock(token, first))).isEqualTo(KeyRefusal.GRANT_FORGED);
        done(medium.askUnlock(token));
        assertThat(refused(unlock(token, second))).isEqualTo(KeyRefusal.GRANT_FORGED);
    }

    @Test
    void a_question_does_not_outlive_the_agent() throws Exception {
        TokenId token = pinned();
        Grant grant = grant(done(medium.askUnlock(token)));
        medium.close();
        open();
        assertThat(refused(unlock(token, grant))).isEqualTo(KeyRefusal.NOT_ASKED);
        done(unlock(token, grant(done(medium.askUnlock(token)))));
    }

    @Test
    void refuses_what_the_hall_did_not_sign_or_signed_for_another_token() throws Exception {
        TokenId token = pinned();
        TokenId other = pinned();
        UnlockChallenge asked = done(medium.askUnlock(token));
        KeyPair stranger = KeyPairs.generate(KeyAlgorithm.SM2, TestPair.RANDOM);
        assertThat(refused(unlock(token, grant(asked, token.value(), stranger))))
                .isEqualTo(KeyRefusal.GRANT_FORGED);
        assertThat(refused(unlock(token, grant(asked, other.value(), signing))))
                .isEqualTo(KeyRefusal.GRANT_FORGED);
        Grant good = grant(asked);
        byte[] changed = good.statement().clone();
        changed[changed.length - 1] ^= 1;
        assertThat(refused(unlock(token, new Grant(changed, good.signature()))))
                .isEqualTo(KeyRefusal.GRANT_FORGED);
        assertThat(refused(medium.unlock(token, new byte[0], new byte[0], NEW_PIN)))
                .isEqualTo(KeyRefusal.GRANT_FORGED);
        done(medium.askUnlock(other));
        assertThat(refused(unlock(other, good))).isEqualTo(KeyRefusal.GRANT_FORGED);
        done(unlock(token, good));
    }

    @Test
    void refuses_an_unfit_pin_and_keeps_the_grant_for_a_better_one() throws Exception {
        TokenId token = pinned();
        Grant grant = grant(done(medium.askUnlock(token)));
        assertThat(
                        refused(
                                medium.unlock(
                                        token,
                                        grant.statement(),
                                        grant.signature(),
                                        new Pin("123456"))))
                .isEqualTo(KeyRefusal.UNFIT_PIN);
        done(unlock(token, grant));
    }

    @Test
    void the_hall_is_pinned_by_the_pin_and_once() {
        TokenId token = token();
        assertThat(refused(medium.askUnlock(token))).isEqualTo(KeyRefusal.NO_HALL);
        assertThat(refused(medium.unlock(token, new byte[1], new byte[1], NEW_PIN)))
                .isEqualTo(KeyRefusal.NO_HALL);
        assertThat(refused(medium.pinHall(token, WRONG, hall))).isEqualTo(KeyRefusal.WRONG_PIN);
        assertThat(done(medium.pinHall(token, PIN, hall)).unlockable()).isTrue();
        done(medium.pinHall(token, PIN, hall));
        HallKeys another = new HallKeys(encryption.getPublic(), signing.getPublic());
        assertThat(refused(medium.pinHall(token, PIN, another))).isEqualTo(KeyRefusal.ANOTHER_HALL);
    }

    @Test
    void the_hall_learns_which_certificates_are_in_the_token() throws Exception {
        TokenId token = pinned();
        ContainerView container = container(token);
        assertThat(told(done(medium.askUnlock(token)))).hasSize(33 + token.value().length());
        TestPair pair = new TestPair(container.signingKey());
        done(install(token, container, pair));
        byte[] told = told(done(medium.askUnlock(token)));
        assertThat(Arrays.copyOfRange(told, told.length - 32, told.length))
                .isEqualTo(Sm3.digest(pair.signCertificate));
        assertThat(new String(told, 33, told[32], UTF_8)).isEqualTo(token.value());
    }

    @Test
    void the_file_alone_says_nothing_that_opens_it() throws IOException {
        pinned();
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".token")).toList();
        }
        assertThat(files).hasSize(1);
        assertThat(Files.readString(files.getFirst()))
                .contains("ownShare", "hallShare")
                .doesNotContain("nonce", PIN.value());
    }
}
