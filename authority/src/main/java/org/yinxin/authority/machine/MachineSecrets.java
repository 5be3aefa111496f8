package org.yinxin.authority.machine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.PasswordFile;

/**
 * The secrets of machines, sealed for the table under a password that is in a file. They are sealed and not hashed because
 * a CMP message carries a code that only whoever knows the secret itself can compute.
 *
 * <p>A secret is drawn here and has 192 bits; nobody guesses it, so tries are not counted.
 */
public final class MachineSecrets {

    /** The usual name of the folder. */
    public static final String FOLDER = "machines";

    private static final int OCTETS = 24;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Path passwordFile;
    private final SecureRandom random;

    /**
     * Works with a folder whose password is made with the first secret.
     *
     * @param folder holds the file {@code password}
     */
    public MachineSecrets(Path folder, SecureRandom random) {
        this.passwordFile = folder.resolve("password");
        this.random = random;
    }

    /** Draws one, of letters that can be typed and put into an address. */
    String draw() {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    byte[] seal(MachineName machine, String secret) {
        PasswordFile.ensure(passwordFile, random);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.writeBytes(nonce);
        sealed.writeBytes(
                run(
                        Cipher.ENCRYPT_MODE,
                        machine,
                        nonce,
                        secret.getBytes(StandardCharsets.US_ASCII)));
        return sealed.toByteArray();
    }

    /** The secret, for a code that is computed with it. */
    public char[] open(Machine machine) {
        byte[] sealed = machine.sealedSecret();
        byte[] secret =
                run(
                        Cipher.DECRYPT_MODE,
                        machine.name(),
                        Arrays.copyOf(sealed, NONCE),
                        Arrays.copyOfRange(sealed, NONCE, sealed.length));
        return new String(secret, StandardCharsets.US_ASCII).toCharArray();
    }

    /** Whether that is the machine's secret; takes as long whatever is wrong with it. */
    public boolean matches(Machine machine, String secret) {
        return MessageDigest.isEqual(
                new String(open(machine)).getBytes(StandardCharsets.UTF_8),
                secret.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] run(int mode, MachineName machine, byte[] nonce, byte[] input) {
        SecretKey key = PasswordFile.sealingKey(passwordFile, "secrets of machines");
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            // A sealed secret that was moved to another machine's row does not open.
            cipher.updateAAD(machine.value().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new KeyStoreUnavailableException(
                    "The secret of the machine "
                            + machine
                            + " does not open with the password in "
                            + passwordFile,
                    e);
        }
    }
}
