package org.yinxin.keyagent.medium;

import java.security.SecureRandom;
import java.util.Arrays;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.Sm2Encryption;

/**
 * Proves that a container works: signs random octets and verifies with the signing certificate's key, encrypts others to the
 * encryption certificate's key and decrypts them inside. It uses the medium's public doors only, so it fits every kind.
 */
public final class SelfTest {

    private static final int OCTETS = 32;

    private final KeyMedium medium;
    private final SecureRandom random;

    public SelfTest(KeyMedium medium, SecureRandom random) {
        this.medium = medium;
        this.random = random;
    }

    /** Which halves passed. */
    public record Result(boolean signs, boolean decrypts) {}

    public KeyAnswer<Result> run(TokenId token, ContainerId container, Pin pin) {
        return medium.container(token, container)
                .flatMap(
                        view -> {
                            ContainerView.CertificatePair pair = view.certificates();
                            return pair == null
                                    ? KeyAnswer.refused(KeyRefusal.NO_ENCRYPTION_KEY)
                                    : IncomingPair.read(pair.sign(), pair.encryption());
                        })
                .flatMap(keys -> run(keys, token, container, pin));
    }

    private KeyAnswer<Result> run(
            IncomingPair keys, TokenId token, ContainerId container, Pin pin) {
        byte[] content = octets();
        byte[] secret = octets();
        byte[] cipher = Sm2Encryption.encrypt(keys.encryptionKey(), secret, random);
        return medium.sign(token, container, pin, content)
                .flatMap(
                        signature ->
                                medium.decrypt(token, container, pin, cipher)
                                        .map(
                                                plain ->
                                                        new Result(
                                                                verifies(keys, content, signature),
                                                                Arrays.equals(plain, secret))));
    }

    private static boolean verifies(IncomingPair keys, byte[] content, byte[] signature) {
        return Signatures.verify(
                keys.signingKey(), KeyAlgorithm.SM2.signatureAlgorithm(), content, signature);
    }

    private byte[] octets() {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return octets;
    }
}
