package org.yinxin.store.postgres;

import java.util.List;

/** One throw-away server for all tests of this module; it ends with the JVM. */
public final class SharedServer {

    public static final Schema ONE =
            new Schema("one", List.of(Schema.JOURNAL, "classpath:org/yinxin/store/test/one"));
    public static final Schema TWO =
            new Schema("two", List.of(Schema.JOURNAL, "classpath:org/yinxin/store/test/two"));

    private static final EmbeddedServer SERVER = EmbeddedServer.throwAway();

    private SharedServer() {}

    public static DatabaseServer freshDatabase() {
        return SERVER.createDatabase();
    }
}
