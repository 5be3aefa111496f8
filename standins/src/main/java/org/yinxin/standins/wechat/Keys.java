package org.yinxin.standins.wechat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keys of one merchant and of the platform, and what is done with them. */
final class Keys {

    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random;
    private final PublicKey merchantPublic;
    private final PrivateKey platformPrivate;
    private final String apiV3Key;
    private final Merchant merchant;

    Keys(RsaKeys keys, SecureRandom random) {
        this.random = random;
        this.merchantPublic = keys.merchant().getPublic();
        this.platformPrivate = keys.platform().getPrivate();
        this.apiV3Key = text(32);
        this.merchant =
                new Merchant(
                        "16" + digits(8),
                        "wx" + hex(8),
                        apiV3Key,
                        hex(20).toUpperCase(Locale.ROOT),
                        pem("PRIVATE KEY", keys.merchant().getPrivate()),
                        "PUB_KEY_ID_01" + digits(28),
                        pem("PUBLIC KEY", keys.platform().getPublic()));
    }

    Merchant merchant() {
        return merchant;
    }

    boolean isOfMerchant(String message, String signature) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(merchantPublic);
            check.update(message.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    String sign(String message, boolean forged) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(forged ? RsaKeys.generate(random).getPrivate() : platformPrivate);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA signing failed", e);
        }
    }

    /** AEAD_AES_256_GCM: the tag follows the cipher text, all in Base64. */
    String encrypt(String plain, String nonce, String associated) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(apiV3Key.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    String text(int length) {
        return random.ints(length, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    String digits(int length) {
        return random.ints(length, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    private String hex(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    private static String pem(String label, Key key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
