package org.yinxin.keyagent.softtoken;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Rights and durability of files where the system knows them: on Windows a user's folder is the user's own already. */
final class OwnerOnly {

    private OwnerOnly() {}

    static void restrict(Path path) throws IOException {
        PosixFileAttributeView rights =
                Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (rights != null) {
            rights.setPermissions(
                    PosixFilePermissions.fromString(
                            Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    /** Makes a move inside the folder durable. */
    static void forceFolder(Path folder) throws IOException {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }
}
