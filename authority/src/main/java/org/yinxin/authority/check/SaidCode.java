package org.yinxin.authority.check;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The organisation code of a certificate, read as the profile has it that it was made under.
 *
 * @param isWritten whether the profile writes one at all
 * @param code null where there is none; something that no code looks like where it cannot be read
 */
public record SaidCode(boolean isWritten, @Nullable String code) {

    /** Whether it is the one that was ordered, or left out because the profile leaves it out. */
    public boolean is(@Nullable String ordered) {
        return isWritten ? Objects.equals(code, ordered) : code == null;
    }
}
