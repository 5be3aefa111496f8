package org.yinxin.authority;

import java.util.List;
import org.yinxin.store.postgres.Schema;

/** The authority's schema, which only its own role may enter. */
public final class AuthoritySchema {

    public static final Schema SCHEMA =
            new Schema("authority", List.of(Schema.JOURNAL, "classpath:org/yinxin/authority/db"));

    private AuthoritySchema() {}
}
