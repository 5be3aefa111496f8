package org.yinxin.app.installation;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.yinxin.app.StartRefused;
import org.yinxin.authority.ceremony.CreateHierarchy;
import org.yinxin.authority.ceremony.HierarchyDefinition;

/**
 * What the first start of an installation makes: the authorities and the first accounts. Each part finds out by itself
 * whether it was done, so a first start that was killed half-way is completed by the next.
 */
@Component
public final class Ceremonies {

    /** Names the definition of a real authority; without it nothing is made but the made-up one of a demonstration. */
    static final String HIERARCHY_FILE = "yinxin.authority.hierarchy-file";

    private final CreateHierarchy hierarchy;
    private final FirstAccounts accounts;
    private final Environment settings;

    Ceremonies(CreateHierarchy hierarchy, FirstAccounts accounts, Environment settings) {
        this.hierarchy = hierarchy;
        this.accounts = accounts;
        this.settings = settings;
    }

    public void hold() {
        String file = settings.getProperty(HIERARCHY_FILE);
        if (file != null) {
            hierarchy.create(definition(Path.of(file)));
        } else if (settings.getProperty("yinxin.web.demonstration", Boolean.class, false)) {
            hierarchy.create(HierarchyDefinition.demonstration());
        }
        accounts.create();
    }

    private static HierarchyDefinition definition(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return HierarchyDefinition.of(properties);
        } catch (IOException e) {
            throw new StartRefused(
                    "%s: the file %s cannot be read: %s"
                            .formatted(HIERARCHY_FILE, file, Reasons.of(e)),
                    e);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "%s: the file %s is wrong: %s".formatted(HIERARCHY_FILE, file, e.getMessage()),
                    e);
        }
    }
}
