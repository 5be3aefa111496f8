package org.yinxin.app.installation;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    /** Both halves spend their time in deriving keys from passwords, so they share the cores. */
    public void hold() {
        try (var pool = Executors.newSingleThreadExecutor()) {
            Future<?> firstAccounts = pool.submit(accounts::create);
            createHierarchy();
            firstAccounts.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The first start was interrupted", e);
        }
    }

    private void createHierarchy() {
        String file = settings.getProperty(HIERARCHY_FILE);
        if (file != null) {
            hierarchy.create(HierarchyFile.read(HIERARCHY_FILE, Path.of(file)));
        } else if (settings.getProperty("yinxin.web.demonstration", Boolean.class, false)) {
            hierarchy.create(HierarchyDefinition.demonstration());
        }
    }
}
