package org.yinxin.app.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders with all that is in them. */
final class Trees {

    private Trees() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> parentsFirst;
        try (Stream<Path> walk = Files.walk(folder)) {
            parentsFirst = walk.toList();
        }
        for (Path each : parentsFirst.reversed()) {
            Files.deleteIfExists(each);
        }
    }
}
