package org.yinxin.hall.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One paper that is asked for.
 *
 * @param code its name in the API and the database
 * @param title what the subscriber calls it
 * @param help what must be seen on it, or none
 * @param formats allowed formats, lower case, such as {@code jpeg}
 * @param maxBytes the largest file taken
 * @param stamp whose stamp or signature must be on the paper
 * @param obligation who must give it
 */
public record PaperRequirement(
        String code,
        Words title,
        @Nullable Words help,
        Set<String> formats,
        long maxBytes,
        Stamp stamp,
        Obligation obligation) {

    /** The most bytes that any plan may take. */
    public static final int LARGEST = 10 * 1024 * 1024;

    public PaperRequirement {
        formats = Set.copyOf(formats);
    }

    /** What must be pressed or written on a paper before it is scanned. */
    public enum Stamp {
        NONE,
        /** 加盖公章 */
        UNIT_SEAL,
        /** 签名 */
        SIGNATURE
    }
}
