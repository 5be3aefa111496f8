package org.yinxin.authority.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds the PIN of a device on its first line and that nobody but its owner may read. A device decides how long its PIN
 * is, so {@link PasswordFile}'s least length is not asked for.
 *
 * <p>A PIN that the device has refused is not offered to it again before the file is written anew, because devices lock themselves
 * after a few wrong ones. Safe for use by several threads.
 */
public final class PinFile {

    private final Path file;
    private @Nullable FileTime refused;

    public PinFile(Path file) {
        this.file = file;
    }

    /**
     * The PIN. Whoever asks wipes what is answered.
     *
     * @throws KeyStoreUnavailableException when there is none to offer, with a sentence that says what to do
     */
    public synchronized char[] read() {
        try {
            if (refused != null && refused.equals(Files.getLastModifiedTime(file))) {
                throw new KeyStoreUnavailableException(
                        "The device has refused the PIN in "
                                + file
                                + ". It is not offered again, because devices lock themselves after a"
                                + " few wrong ones; write the right one into the first line of the file.",
                        null);
            }
            char[] pin = SecretLine.read(file);
            if (pin.length == 0) {
                throw new KeyStoreUnavailableException(
                        "The file "
                                + file
                                + " is empty; write the PIN of the device into its first line.",
                        null);
            }
            return pin;
        } catch (IOException e) {
            throw new KeyStoreUnavailableException(
                    "The PIN of the device is expected in the file "
                            + file
                            + ", which cannot be read; write it there and chmod 600 the file.",
                    e);
        }
    }

    /** Remembers that the device did not take it. */
    public synchronized void refuse(char[] pin) {
        Arrays.fill(pin, '\0');
        try {
            refused = Files.getLastModifiedTime(file);
        } catch (IOException _) {
            refused = null; // somebody is just changing it
        }
    }

    /** Names the file and never what is in it. */
    @Override
    public String toString() {
        return file.toString();
    }
}
