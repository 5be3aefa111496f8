package org.yinxin.hall.code;

import java.util.Optional;

/**
 * What a check found.
 *
 * @param <T> the kind of code
 */
public sealed interface Check<T extends Code> {

    /** Nothing speaks against it. */
    record Good<T extends Code>(T value) implements Check<T> {}

    /** It may be right all the same: accept it, and let the reviewer see the message. */
    record Doubtful<T extends Code>(T value, String messageKey) implements Check<T> {}

    /** It cannot be right. */
    record Bad<T extends Code>(String messageKey) implements Check<T> {}

    /** The normalised code, unless it is bad. */
    default Optional<T> accepted() {
        return switch (this) {
            case Good<T>(T value) -> Optional.of(value);
            case Doubtful<T>(T value, String _) -> Optional.of(value);
            case Bad<T> _ -> Optional.empty();
        };
    }
}
