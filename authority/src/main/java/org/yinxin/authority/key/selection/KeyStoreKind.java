package org.yinxin.authority.key.selection;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of stores; their names in the settings are these words in small letters. */
enum KeyStoreKind {
    PKCS12,
    PKCS11,
    SDF;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<KeyStoreKind> of(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
