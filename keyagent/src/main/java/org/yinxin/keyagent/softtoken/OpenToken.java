package org.yinxin.keyagent.softtoken;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.yinxin.keyagent.medium.KeyAnswer;
import org.yinxin.keyagent.medium.KeyRefusal;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.UndecipherableException;

/** A token whose PIN was right, for the time of one call. */
@SuppressWarnings("ArrayRecordComponent") // not compared
record OpenToken(TokenFile file, byte[] masterKey) {

    String place(String container, String use) {
        return "token/" + file.id() + "/" + container + "/" + use;
    }

    byte[] seal(KeyPair pair, String place, SecureRandom random) {
        byte[] secret = PublicKeys.sm2PrivateNumber(pair.getPrivate());
        byte[] sealed = SealedSecret.seal(masterKey, secret, place, random);
        Arrays.fill(secret, (byte) 0);
        return sealed;
    }

    /** Empty when the stored secret was altered or moved. */
    Optional<KeyPair> pair(byte[] sealed, String place) {
        return SealedSecret.open(masterKey, sealed, place)
                .map(secret -> KeyPairs.sm2(new BigInteger(1, secret)));
    }

    Optional<KeyPair> signingPair(TokenFile.Container container) {
        return pair(container.signingKey(), place(container.id(), "sign"));
    }

    KeyAnswer<byte[]> decrypt(TokenFile.Container box, byte[] cipher) {
        byte[] sealed = box.encryptionKey();
        if (sealed == null) {
            return KeyAnswer.refused(KeyRefusal.NO_ENCRYPTION_KEY);
        }
        return Containers.orDamaged(pair(sealed, place(box.id(), "encrypt")))
                .flatMap(
                        pair -> {
                            try {
                                return KeyAnswer.done(
                                        Sm2Encryption.decrypt(pair.getPrivate(), cipher));
                            } catch (UndecipherableException e) {
                                return KeyAnswer.refused(KeyRefusal.UNDECIPHERABLE);
                            }
                        });
    }

    @Override
    public String toString() {
        return "OpenToken[" + file.id() + "]";
    }
}
