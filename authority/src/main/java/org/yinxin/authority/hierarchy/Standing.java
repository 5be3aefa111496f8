package org.yinxin.authority.hierarchy;

import java.time.Instant;
import org.yinxin.authority.AuthorityCode;

/** Whether an authority still certifies. Its lists and answers about what it has certified go on in any case. */
public sealed interface Standing {

    record Issuing() implements Standing {}

    /**
     * A newer key certifies in its place.
     *
     * @param newest the code of the newest generation
     */
    record Superseded(AuthorityCode newest) implements Standing {}

    /** It was the newest, and certifies no more, for good. */
    record Retired(Instant at, String reason) implements Standing {}
}
