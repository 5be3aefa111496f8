package org.yinxin.authority;

import java.util.List;
import org.yinxin.store.postgres.Schema;

/** The authority's schema, which only its own role may enter, and the status service's, to read. */
public final class AuthoritySchema {

    /** May read what the status service tells everybody; a database user becomes one with {@code GRANT yinxin_status}. */
    public static final String STATUS_READER = "yinxin_status";

    public static final Schema SCHEMA =
            new Schema(
                    "authority",
                    List.of(Schema.JOURNAL, "classpath:org/yinxin/authority/db"),
                    List.of(STATUS_READER));

    private AuthoritySchema() {}
}
