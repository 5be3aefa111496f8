package org.yinxin.keyagent.softtoken;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yinxin.keyagent.medium.TokenId;
import org.yinxin.keyagent.medium.UnlockChallenge;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.UndecipherableException;

/**
 * The questions to the hall that wait for a grant, one for each token. They live in memory only: a question that was
 * answered, replaced or forgotten is answered by no grant any more, so a grant is good once.
 */
final class UnlockQuestions {

    private static final int NONCE_BYTES = 32;
    private static final int LINES = 4;
    private static final String TITLE = "Yinxin unlock grant 1";

    /** A question and the key that its answer is encrypted to. */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    private record Question(byte[] nonce, KeyPair reply) {}

    private final Map<String, Question> open = new ConcurrentHashMap<>();
    private final SecureRandom random;

    UnlockQuestions(SecureRandom random) {
        this.random = random;
    }

    UnlockChallenge ask(TokenFile file, Recovery recovery) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Question question = new Question(nonce, KeyPairs.generate(KeyAlgorithm.SM2, random));
        open.put(file.id(), question);
        return new UnlockChallenge(
                new TokenId(file.id()),
                nonce,
                PublicKeys.sm2Point(question.reply().getPublic()),
                recovery.hallShare());
    }

    boolean asked(String token) {
        return open.containsKey(token);
    }

    void forget(String token) {
        open.remove(token);
    }

    /**
     * The hall's half out of a grant; empty when it is not the hall's, not for this token, or not for its question.
     *
     * @param statement four lines: a title, the token, the nonce, and the half encrypted to the question's key
     */
    Optional<byte[]> share(String token, PublicKey hall, byte[] statement, byte[] signature) {
        Question question = open.get(token);
        if (question == null
                || !Signatures.verify(
                        hall, KeyAlgorithm.SM2.signatureAlgorithm(), statement, signature)) {
            return Optional.empty();
        }
        String[] lines = new String(statement, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length != LINES
                || !lines[0].equals(TITLE)
                || !lines[1].equals(token)
                || !Arrays.equals(octets(lines[2]), question.nonce())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Sm2Encryption.decrypt(question.reply().getPrivate(), octets(lines[3])));
        } catch (UndecipherableException e) {
            return Optional.empty();
        }
    }

    private static byte[] octets(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
