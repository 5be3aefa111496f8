package org.yinxin.app.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.YAMLException;
import org.yinxin.app.StartRefused;
import org.yinxin.app.installation.Reasons;

/**
 * The settings of a real hall, from one file, YAML or properties. Secrets are never in it, only the paths of the files
 * that hold them.
 */
public final class ProductionSettings {

    private static final String DEMONSTRATION = "yinxin.web.demonstration";

    /** May point at another address than the default, but not at one on this computer. */
    private static final Set<String> OPTIONAL_OUTSIDE_ADDRESSES =
            Set.of("yinxin.hall.payment.wechat.endpoint");

    private final Map<String, String> settings;

    private ProductionSettings(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /**
     * Reads the file and refuses it with the whole list of what is missing, wrong or a stand-in.
     *
     * @throws StartRefused naming every fault, a line each
     */
    public static ProductionSettings read(Path file) {
        Map<String, String> settings = load(file);
        List<String> faults = new ArrayList<>();
        if ("true".equals(settings.get(DEMONSTRATION))) {
            faults.add(DEMONSTRATION + ": a real hall has no stand-ins");
        }
        for (Requirement requirement : Requirement.ALL) {
            if (!WrappingTokenRequirements.spares(requirement, settings)) {
                requirement.fault(settings.get(requirement.name())).ifPresent(faults::add);
            }
        }
        faults.addAll(WrappingTokenRequirements.faults(settings));
        faults.addAll(KeyStoreRequirements.faults(settings));
        for (String name : OPTIONAL_OUTSIDE_ADDRESSES) {
            String value = settings.get(name);
            if (value != null) {
                Requirement.OutsideAddress.fault(value)
                        .ifPresent(why -> faults.add(name + ": " + why));
            }
        }
        if (!faults.isEmpty()) {
            throw new StartRefused(
                    StartRefused.MISUSE,
                    "%s does not make a real hall; nothing was started.%n  - %s"
                            .formatted(file, String.join(System.lineSeparator() + "  - ", faults)));
        }
        return new ProductionSettings(settings);
    }

    public Map<String, String> settings() {
        return settings;
    }

    private static Map<String, String> load(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new StartRefused(
                    StartRefused.MISUSE,
                    "The file %s of --production cannot be read.".formatted(file));
        }
        boolean properties = file.toString().endsWith(".properties");
        PropertySourceLoader loader =
                properties ? new PropertiesPropertySourceLoader() : new YamlPropertySourceLoader();
        Map<String, String> settings = new LinkedHashMap<>();
        try {
            for (PropertySource<?> source :
                    loader.load("production", new FileSystemResource(file))) {
                if (source instanceof EnumerablePropertySource<?> all) {
                    for (String name : all.getPropertyNames()) {
                        settings.put(name, String.valueOf(all.getProperty(name)));
                    }
                }
            }
        } catch (IOException e) {
            throw new StartRefused(
                    StartRefused.MISUSE,
                    "The file %s of --production cannot be read: %s"
                            .formatted(file, Reasons.of(e)));
        } catch (YAMLException | IllegalArgumentException | IllegalStateException e) {
            throw new StartRefused(
                    StartRefused.MISUSE,
                    "The file %s of --production is no settings file: %s"
                            .formatted(file, String.valueOf(e.getMessage()).strip()));
        }
        return settings;
    }
}
