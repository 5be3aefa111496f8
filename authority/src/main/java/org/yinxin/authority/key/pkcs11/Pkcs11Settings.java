package org.yinxin.authority.key.pkcs11;

import java.nio.file.Path;

/**
 * Which token it is.
 *
 * @param library the shared library that the maker of the device supplies
 * @param token the label that the token was given when it was initialised
 * @param pinFile whose first line is the user's PIN
 */
public record Pkcs11Settings(Path library, String token, Path pinFile) {

    private static final int LONGEST_LABEL = 32;

    public Pkcs11Settings {
        if (!library.isAbsolute()) {
            throw new IllegalArgumentException(
                    "the PKCS#11 library is named by its whole path, not " + library);
        }
        if (token.isBlank() || token.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException(
                    "the label of a token has 1 to 32 characters: " + token);
        }
    }
}
