package org.yinxin.hall.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** AES-256-GCM with a random nonce for the value, HMAC-SM3 for the index. */
public final class AesColumnCipher implements ColumnCipher {

    /** Bytes of the key file: 32 for AES, 32 for the index. */
    public static final int KEY_BYTES = 64;

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final KeyParameter indexKey;
    private final SecureRandom random;

    public AesColumnCipher(byte[] keys, SecureRandom random) {
        if (keys.length != KEY_BYTES) {
            throw new IllegalArgumentException("the column key has " + KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(keys, 0, 32, "AES");
        this.indexKey = new KeyParameter(keys, 32, 32);
        this.random = random;
    }

    @Override
    public byte[] seal(String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
            byte[] text = plain.getBytes(StandardCharsets.UTF_8);
            byte[] sealed =
                    Arrays.copyOf(
                            new byte[] {VERSION},
                            headerBytes() + cipher.getOutputSize(text.length));
            System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
            cipher.doFinal(text, 0, text.length, sealed, headerBytes());
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is missing from this JDK", impossible);
        }
    }

    @Override
    public String open(byte[] sealed) {
        if (sealed.length < headerBytes() + TAG_BITS / 8 || sealed[0] != VERSION) {
            throw new UnreadableColumnException("not a sealed column value");
        }
        try {
            Cipher cipher =
                    cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, headerBytes()));
            byte[] text = cipher.doFinal(sealed, headerBytes(), sealed.length - headerBytes());
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException altered) {
            throw new UnreadableColumnException(
                    "a sealed column value is damaged or of another key", altered);
        }
    }

    @Override
    public byte[] blindIndex(String normalised) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(indexKey);
        byte[] text = normalised.getBytes(StandardCharsets.UTF_8);
        mac.update(text, 0, text.length);
        byte[] index = new byte[mac.getMacSize()];
        mac.doFinal(index, 0);
        return index;
    }

    private static int headerBytes() {
        return 1 + NONCE_BYTES;
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {VERSION});
        return cipher;
    }
}
