package org.yinxin.hall.catalogue;

import java.util.Map;

/** Whether something must be given. */
public sealed interface Obligation {

    /** For everybody. */
    record Always() implements Obligation {}

    /** Never, but it may be. */
    record Optional() implements Obligation {}

    /**
     * Only for some, such as for one type of subject; others are not asked at all.
     *
     * @param condition for whom
     */
    record When(Condition condition) implements Obligation {}

    /** Whether it must be given by someone with these answers. */
    default boolean binds(Map<String, String> answers) {
        return switch (this) {
            case Always _ -> true;
            case Optional _ -> false;
            case When(Condition condition) -> condition.holds(answers);
        };
    }

    /** Whether it is asked of someone with these answers at all. */
    default boolean concerns(Map<String, String> answers) {
        return switch (this) {
            case Always _, Optional _ -> true;
            case When(Condition condition) -> condition.holds(answers);
        };
    }
}
