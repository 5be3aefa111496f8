package org.yinxin.custody;

import java.util.List;
import org.yinxin.store.postgres.Schema;

/** The custody's schema, which only its own role may enter. */
public final class CustodySchema {

    public static final Schema SCHEMA =
            new Schema("custody", List.of(Schema.JOURNAL, "classpath:org/yinxin/custody/db"));

    private CustodySchema() {}
}
