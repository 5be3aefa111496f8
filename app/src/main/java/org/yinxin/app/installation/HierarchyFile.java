package org.yinxin.app.installation;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.yinxin.app.StartRefused;
import org.yinxin.authority.ceremony.HierarchyDefinition;

/** The file that defines a hierarchy. */
public final class HierarchyFile {

    private HierarchyFile() {}

    /**
     * Reads it.
     *
     * @param named what the reader of a refusal calls it
     * @throws StartRefused in a sentence, when it cannot be read or makes no sense
     */
    public static HierarchyDefinition read(String named, Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return HierarchyDefinition.of(properties);
        } catch (IOException e) {
            throw new StartRefused(
                    "%s: the file %s cannot be read: %s".formatted(named, file, Reasons.of(e)), e);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "%s: the file %s is wrong: %s".formatted(named, file, e.getMessage()), e);
        }
    }
}
