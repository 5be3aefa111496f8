package org.yinxin.authority.crl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the entries of a list are gathered while it is made. */
@FunctionalInterface
public interface WorkFiles {

    /** Makes an empty file that nobody else uses. */
    Path make() throws IOException;

    /** Files of mode 600 in a folder, which is made when it is first needed. */
    static WorkFiles in(Path folder) {
        return () -> Files.createTempFile(Files.createDirectories(folder), "crl-", ".entries");
    }
}
