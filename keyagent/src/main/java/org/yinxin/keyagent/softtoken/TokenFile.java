package org.yinxin.keyagent.softtoken;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.keyagent.medium.ContainerId;

/**
 * What the file of a token holds. Octets are Base64 in it; secrets are encrypted.
 *
 * @param format 1
 * @param failures wrong PINs since the last right one; counted before a PIN is tried
 * @param tries how many failures lock the token
 * @param salt of the PIN's key derivation
 * @param masterKey encrypted under the key derived from the PIN
 * @param recovery lets the PIN be reset together with a hall; null until a hall is pinned
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
record TokenFile(
        int format,
        String id,
        String label,
        int failures,
        int tries,
        byte[] salt,
        byte[] masterKey,
        List<Container> containers,
        @Nullable Recovery recovery) {

    static final int FORMAT = 1;

    TokenFile {
        Objects.requireNonNull(id);
        Objects.requireNonNull(label);
        Objects.requireNonNull(salt);
        Objects.requireNonNull(masterKey);
        containers = List.copyOf(containers);
        if (format != FORMAT || failures < 0 || tries < 1) {
            throw new IllegalArgumentException("not a token file of format " + FORMAT);
        }
    }

    /**
     * One signing pair and, once installed, one encryption pair.
     *
     * @param signingKey the private number, encrypted under the master key
     * @param encryptionKey likewise, once installed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Container(
            String id,
            byte[] signingPoint,
            byte[] signingKey,
            byte[] signingRequest,
            byte @Nullable [] signCertificate,
            byte @Nullable [] encryptionCertificate,
            byte @Nullable [] encryptionKey) {

        Container {
            Objects.requireNonNull(id);
            Objects.requireNonNull(signingPoint);
            Objects.requireNonNull(signingKey);
            if (!ContainerId.isId(id)) {
                throw new IllegalArgumentException("not the id of a container");
            }
            Objects.requireNonNull(signingRequest);
        }

        boolean holds(byte[] sign, byte[] encryption) {
            return Arrays.equals(signCertificate, sign)
                    && Arrays.equals(encryptionCertificate, encryption);
        }

        Container with(byte[] sign, byte[] encryption, byte[] wrappedEncryptionKey) {
            return new Container(
                    id,
                    signingPoint,
                    signingKey,
                    signingRequest,
                    sign,
                    encryption,
                    wrappedEncryptionKey);
        }

        @Override
        public String toString() {
            return "Container[" + id + "]";
        }
    }

    boolean locked() {
        return failures >= tries;
    }

    int triesLeft() {
        return Math.max(0, tries - failures);
    }

    Optional<Container> container(String wanted) {
        return containers.stream().filter(c -> c.id().equals(wanted)).findFirst();
    }

    TokenFile withFailures(int now) {
        return new TokenFile(format, id, label, now, tries, salt, masterKey, containers, recovery);
    }

    TokenFile with(@Nullable Recovery made) {
        return new TokenFile(format, id, label, failures, tries, salt, masterKey, containers, made);
    }

    /** With another PIN, and no failures. */
    TokenFile withPin(byte[] newSalt, byte[] newMasterKey) {
        return new TokenFile(
                format, id, label, 0, tries, newSalt, newMasterKey, containers, recovery);
    }

    /** With a container added, or put in the place of the one with the same id. */
    TokenFile with(Container changed) {
        List<Container> all = new ArrayList<>(containers);
        all.removeIf(c -> c.id().equals(changed.id()));
        all.add(changed);
        return new TokenFile(format, id, label, failures, tries, salt, masterKey, all, recovery);
    }

    @Override
    public String toString() {
        return "TokenFile[" + id + "]";
    }
}
