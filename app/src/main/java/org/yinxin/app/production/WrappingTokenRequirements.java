package org.yinxin.app.production;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yinxin.app.wiring.CustodyToken;
import org.yinxin.authority.key.pkcs11.Pkcs11Settings;
import org.yinxin.custody.CustodyConfiguration;

/** What a token that holds the custody's wrapping key wants of the settings, where one is set up. */
final class WrappingTokenRequirements {

    private static final Requirement PIN =
            new Requirement(
                    CustodyToken.PIN_FILE,
                    Requirement.Kind.SECRET_FILE,
                    "the PIN of the token that holds the custody's wrapping key");

    private WrappingTokenRequirements() {}

    /** Whether there need be no file with a key: the token's is today's. */
    static boolean spares(Requirement requirement, Map<String, String> settings) {
        return requirement.name().equals(CustodyConfiguration.WRAPPING_KEY_FILE)
                && isSet(settings, CustodyToken.LIBRARY)
                && Arrays.stream(
                                settings.getOrDefault(CustodyConfiguration.FORMER_WRAPPING_KEYS, "")
                                        .split(",", -1))
                        .noneMatch(each -> each.strip().equals(CustodyConfiguration.DEVICE));
    }

    static List<String> faults(Map<String, String> settings) {
        List<String> faults = new ArrayList<>();
        List<String> missing =
                CustodyToken.ALL.stream().filter(each -> !isSet(settings, each)).toList();
        if (missing.size() == CustodyToken.ALL.size()) {
            return faults;
        }
        missing.forEach(
                each ->
                        faults.add(
                                each + " is missing, which the token that is set up there needs"));
        String library = settings.getOrDefault(CustodyToken.LIBRARY, "");
        if (!library.isBlank() && !Files.isReadable(Path.of(library))) {
            faults.add(
                    "%s: the library %s cannot be read; the maker of the token supplies it"
                            .formatted(CustodyToken.LIBRARY, library));
        }
        if (isSet(settings, CustodyToken.PIN_FILE)) {
            PIN.fault(settings.get(CustodyToken.PIN_FILE)).ifPresent(faults::add);
        }
        if (missing.isEmpty()) {
            try {
                new Pkcs11Settings(
                        Path.of(library.strip()),
                        settings.getOrDefault(CustodyToken.TOKEN, ""),
                        Path.of(settings.getOrDefault(CustodyToken.PIN_FILE, "")));
            } catch (IllegalArgumentException e) {
                faults.add("yinxin.custody.wrapping-token: " + e.getMessage());
            }
        }
        return faults;
    }

    private static boolean isSet(Map<String, String> settings, String name) {
        return !settings.getOrDefault(name, "").isBlank();
    }
}
