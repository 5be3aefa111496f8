package org.yinxin.keyagent.softtoken;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import org.yinxin.keyagent.medium.HallKeys;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.Sm3;

/**
 * What lets the PIN be reset without the old one, and only together with the hall. The master key is sealed under a secret
 * of two halves: one lies here, the other is encrypted to the hall and lies here too. Whoever has the file cannot read
 * the hall's half, and the hall never has the file. The hall's half names the token and its certificates, so that a
 * grant for one certificate opens no token that holds others.
 *
 * @param hallSigning the point of the hall's signing key, pinned
 * @param hallEncryption the point of the hall's encryption key, pinned
 * @param ownShare our half
 * @param hallShare the hall's half, for the hall's eyes
 * @param masterKey sealed under both halves
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
record Recovery(
        byte[] hallSigning,
        byte[] hallEncryption,
        byte[] ownShare,
        byte[] hallShare,
        byte[] masterKey) {

    static final int SHARE_BYTES = 32;

    Recovery {
        Objects.requireNonNull(hallSigning);
        Objects.requireNonNull(hallEncryption);
        Objects.requireNonNull(ownShare);
        Objects.requireNonNull(hallShare);
        Objects.requireNonNull(masterKey);
    }

    /** Draws fresh halves; those of before are of no use any more. */
    static Recovery make(HallKeys hall, TokenFile file, byte[] masterKey, SecureRandom random) {
        byte[] own = octets(random);
        byte[] halls = octets(random);
        return new Recovery(
                PublicKeys.sm2Point(hall.signing()),
                PublicKeys.sm2Point(hall.encryption()),
                own,
                Sm2Encryption.encrypt(hall.encryption(), told(halls, file), random),
                SealedSecret.seal(secret(own, halls), masterKey, place(file.id()), random));
    }

    /** The hall's half names the certificates, so it is made anew when they change; without a hall nothing is made. */
    static TokenFile renew(TokenFile file, byte[] masterKey, SecureRandom random) {
        Recovery pinned = file.recovery();
        return pinned == null
                ? file
                : pinned.hall()
                        .map(hall -> file.with(make(hall, file, masterKey, random)))
                        .orElse(file);
    }

    /** The share, the length and the text of the token's id, and SM3 of each signing certificate. */
    private static byte[] told(byte[] share, TokenFile file) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        byte[] id = file.id().getBytes(StandardCharsets.UTF_8);
        told.writeBytes(share);
        told.write(id.length);
        told.writeBytes(id);
        for (TokenFile.Container container : file.containers()) {
            byte[] certificate = container.signCertificate();
            if (certificate != null) {
                told.writeBytes(Sm3.digest(certificate));
            }
        }
        return told.toByteArray();
    }

    /** Empty when the hall's half is another one. */
    Optional<byte[]> open(byte[] halls, String id) {
        return SealedSecret.open(secret(ownShare, halls), masterKey, place(id));
    }

    Optional<HallKeys> hall() {
        return HallKeys.ofPoints(hallSigning, hallEncryption);
    }

    private static byte[] secret(byte[] own, byte[] halls) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes("Yinxin recovery of a soft token\n".getBytes(StandardCharsets.UTF_8));
        both.writeBytes(own);
        both.writeBytes(halls);
        return Sm3.digest(both.toByteArray());
    }

    private static String place(String id) {
        return "token/" + id + "/recovery";
    }

    private static byte[] octets(SecureRandom random) {
        byte[] octets = new byte[SHARE_BYTES];
        random.nextBytes(octets);
        return octets;
    }

    @Override
    public String toString() {
        return "Recovery[…]";
    }
}
