package org.yinxin.app.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yinxin.app.StartRefused;
import org.yinxin.authority.AuthoritySettings;
import org.yinxin.authority.key.PasswordFile;
import org.yinxin.custody.CustodyConfiguration;
import org.yinxin.custody.WrappingKey;
import org.yinxin.hall.privacy.AesColumnCipher;
import org.yinxin.hall.privacy.KeyFile;

/**
 * The key files of an installation that keeps them in its data folder. They are made together, once, before anything
 * is sealed with them; one that is missing later is never made again in silence, because what it sealed would be lost.
 */
public record Keys(Path folder) {

    private static final int ARCHIVE_KEY_BYTES = 32;

    public Path column() {
        return folder.resolve("column.key");
    }

    public Path archive() {
        return folder.resolve("archive.key");
    }

    public Path wrapping() {
        return folder.resolve("custody-wrapping.key");
    }

    /** The key stores of the authorities. */
    public Path authorities() {
        return folder.resolve("authority");
    }

    /** The password of those key stores. */
    public Path authorityPassword() {
        return folder.resolve("authority.password");
    }

    /** The settings that tell the parts where their keys are. */
    public Map<String, String> settings() {
        return Map.of(
                "yinxin.hall.column-key-file",
                column().toString(),
                "yinxin.hall.archive-key-file",
                archive().toString(),
                CustodyConfiguration.WRAPPING_KEY_FILE,
                wrapping().toString(),
                AuthoritySettings.KEY_FOLDER,
                authorities().toString(),
                AuthoritySettings.KEY_PASSWORD_FILE,
                authorityPassword().toString());
    }

    /**
     * Makes the keys where there are none yet.
     *
     * @return whether they were made just now
     */
    public boolean prepare(SecureRandom random) {
        if (Files.isDirectory(folder)) {
            requireAll();
            return false;
        }
        Path fresh = folder.resolveSibling("keys.new");
        try {
            // A first start that was killed half-way left its work under this name; nothing was
            // sealed with it.
            Trees.delete(fresh);
            Files.createDirectory(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Keys made = new Keys(fresh);
            KeyFile.create(made.column(), AesColumnCipher.KEY_BYTES, random);
            KeyFile.create(made.archive(), ARCHIVE_KEY_BYTES, random);
            WrappingKey.create(made.wrapping(), random);
            PasswordFile.create(made.authorityPassword(), random);
            Files.createDirectory(made.authorities());
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new StartRefused(
                    "The keys cannot be written to %s: %s".formatted(folder, Reasons.of(e)), e);
        }
    }

    /** Takes back keys that were just made and have sealed nothing. */
    public void withdraw() {
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            throw new StartRefused(
                    "The unused keys in %s cannot be removed: %s".formatted(folder, Reasons.of(e)),
                    e);
        }
    }

    private void requireAll() {
        List<String> missing = new ArrayList<>();
        for (Path key :
                List.of(column(), archive(), wrapping(), authorities(), authorityPassword())) {
            if (!Files.isReadable(key)) {
                missing.add(key.toString());
            }
        }
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    "The keys of this installation are incomplete, and new ones could not read what the old ones sealed; put back from the backup: "
                            + String.join(", ", missing));
        }
    }
}
