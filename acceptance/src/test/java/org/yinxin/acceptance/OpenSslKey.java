package org.yinxin.acceptance;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A subscriber's key medium made of nothing but OpenSSL: it makes the signing key and the PKCS#10, opens the enveloped
 * encryption key, signs and decrypts. What it can use, any other medium can.
 */
final class OpenSslKey implements Medium {

    /** ECPrivateKey up to the private value: SEQUENCE { 1, OCTET STRING (32) …. */
    private static final String EC_PRIVATE_KEY = "30310201010420";

    /** … [0] named curve sm2p256v1, 1.2.156.10197.1.301 }. */
    private static final String SM2_CURVE = "a00a06082a811ccf5501822d";

    private final OpenSsl openssl;

    OpenSslKey(Path folder) {
        this.openssl = new OpenSsl(folder);
        openssl.run("ecparam", "-name", "SM2", "-genkey", "-noout", "-out", "sign.key");
    }

    /** The certificates stay in the folder as {@code sign.pem enc.pem issuing.pem root.pem}. */
    @Override
    public void install(JsonNode pair) {
        openssl.write("sign.pem", pair.get("signCertificate").asString());
        openssl.write("enc.pem", pair.get("encryptionCertificate").asString());
        openssl.write("issuing.pem", pair.get("chain").get(0).asString());
        openssl.write("root.pem", pair.get("chain").get(1).asString());
        importEncryptionKey(Base64.getDecoder().decode(pair.get("envelope").asString()));
    }

    /** What was installed last. */
    IssuedPair issued() {
        return new IssuedPair(openssl);
    }

    @Override
    public String signingRequest() {
        return openssl.text(
                "req",
                "-new",
                "-key",
                "sign.key",
                "-sm3",
                "-sigopt",
                OpenSsl.DISTID,
                "-subj",
                "/C=CN/CN=request");
    }

    /** Opens an SM2EnvelopedKey (GM/T 0009), DER, and keeps the encryption key that was inside. */
    private void importEncryptionKey(byte[] envelope) {
        List<Der> parts = Der.parse(envelope).children();
        openssl.write("sm4.cipher", parts.get(1).encoded());
        byte[] sm4 = openssl.run("pkeyutl", "-decrypt", "-inkey", "sign.key", "-in", "sm4.cipher");
        byte[] bits = parts.get(3).content();
        openssl.write("enc.wrapped", Arrays.copyOfRange(bits, 1, bits.length));
        String key = HexFormat.of().formatHex(sm4);
        byte[] d = openssl.run("enc", "-d", "-sm4-ecb", "-nopad", "-K", key, "-in", "enc.wrapped");
        String der = EC_PRIVATE_KEY + HexFormat.of().formatHex(d) + SM2_CURVE;
        openssl.write("enc.der", HexFormat.of().parseHex(der));
        openssl.run("ec", "-inform", "DER", "-in", "enc.der", "-out", "enc.key");
    }

    @Override
    public String sign(byte[] content) {
        openssl.write("content", content);
        byte[] signature =
                openssl.run(
                        "dgst", "-sm3", "-sigopt", OpenSsl.DISTID, "-sign", "sign.key", "content");
        return Base64.getEncoder().encodeToString(signature);
    }

    @Override
    public String decrypt(byte[] cipher) {
        openssl.write("challenge", cipher);
        byte[] plain = openssl.run("pkeyutl", "-decrypt", "-inkey", "enc.key", "-in", "challenge");
        return Base64.getEncoder().encodeToString(plain);
    }
}
