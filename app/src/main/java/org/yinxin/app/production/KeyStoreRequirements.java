package org.yinxin.app.production;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yinxin.authority.key.selection.KeyStoreSettings;

/** What the devices that hold authorities' keys want of the settings, where such are set up. */
final class KeyStoreRequirements {

    private static final List<String> LIBRARIES =
            List.of(KeyStoreSettings.PKCS11_LIBRARY, KeyStoreSettings.SDF_LIBRARY);

    private static final List<Requirement> SECRETS =
            List.of(
                    new Requirement(
                            KeyStoreSettings.PKCS11_PIN_FILE,
                            Requirement.Kind.SECRET_FILE,
                            "the PIN of the token"),
                    new Requirement(
                            KeyStoreSettings.SDF_PASSWORD_FILE,
                            Requirement.Kind.SECRET_FILE,
                            "the password of the access right to the keys of the SDF device"));

    private KeyStoreRequirements() {}

    static List<String> faults(Map<String, String> settings) {
        List<String> faults = new ArrayList<>(KeyStoreSettings.faults(settings::get));
        for (String name : LIBRARIES) {
            String library = settings.get(name);
            if (library != null && !library.isBlank() && !Files.isReadable(Path.of(library))) {
                faults.add(
                        "%s: the library %s cannot be read; the maker of the device supplies it"
                                .formatted(name, library));
            }
        }
        Stream<Optional<String>> secrets =
                SECRETS.stream()
                        .filter(each -> !settings.getOrDefault(each.name(), "").isBlank())
                        .map(each -> each.fault(settings.get(each.name())));
        secrets.flatMap(Optional::stream).forEach(faults::add);
        return faults;
    }
}
