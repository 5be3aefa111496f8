package org.yinxin.standins.wechat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The RSA keys of a merchant and of the platform, 2048 bits as WeChat Pay wants them. To make them takes longer than
 * all other stand-ins together, so they can be made ahead and kept; they guard nothing but play money.
 */
public record RsaKeys(KeyPair merchant, KeyPair platform) {

    private static final int BITS = 2048;
    private static final String MERCHANT = "merchant.p8";
    private static final String PLATFORM = "platform.p8";

    /** New ones, both at the same time. */
    public static RsaKeys make(SecureRandom random) {
        var making = new FutureTask<>(() -> generate(random));
        Thread.ofPlatform().name("making the merchant's key").start(making);
        KeyPair platform = generate(random);
        try {
            return new RsaKeys(making.get(), platform);
        } catch (ExecutionException e) {
            throw new IllegalStateException("RSA keys cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the making of RSA keys was interrupted", e);
        }
    }

    /**
     * Those that were written there.
     *
     * @throws IOException also when they are no keys
     */
    public static RsaKeys read(Path folder) throws IOException {
        return new RsaKeys(
                pair(Files.readAllBytes(folder.resolve(MERCHANT))),
                pair(Files.readAllBytes(folder.resolve(PLATFORM))));
    }

    /** Writes each as PKCS#8 DER that only its owner may read; the folder is made. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve(MERCHANT), merchant);
        write(folder.resolve(PLATFORM), platform);
    }

    static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA keys cannot be made", e);
        }
    }

    private static void write(Path file, KeyPair pair) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, pair.getPrivate().getEncoded());
    }

    private static KeyPair pair(byte[] pkcs8) throws IOException {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey own =
                    (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new KeyPair(
                    factory.generatePublic(
                            new RSAPublicKeySpec(own.getModulus(), own.getPublicExponent())),
                    own);
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IOException("not an RSA key", e);
        }
    }
}
