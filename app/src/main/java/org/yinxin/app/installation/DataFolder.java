package org.yinxin.app.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.yinxin.app.StartRefused;

/**
 * Where an installation keeps what it keeps.
 *
 * <pre>
 * postgres/       the embedded database
 * keys/           the keys of columns, papers, escrow and authorities
 * archive/        the sealed papers
 * accounts.txt    the first accounts and their random passwords
 * </pre>
 *
 * <p>All of it is for its owner alone. The keys are backed up apart from the rest, or a thief of the backup has both.
 */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Makes the folder, or says in words why it cannot be used. */
    public static DataFolder open(Path given) {
        DataFolder data = new DataFolder(given);
        try {
            Files.createDirectories(
                    data.root,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            // Root may write where the permissions say otherwise, so only trying tells.
            Files.delete(Files.createTempFile(data.root, "writable", ""));
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder %s cannot be written (%s): choose another with --data."
                            .formatted(data.root, Reasons.of(e)),
                    e);
        }
        return data;
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path archive() {
        return root.resolve("archive");
    }

    public Path accounts() {
        return root.resolve("accounts.txt");
    }
}
