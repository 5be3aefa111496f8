package org.yinxin.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthoritySchema;
import org.yinxin.custody.CustodySchema;
import org.yinxin.hall.HallSchema;
import org.yinxin.store.postgres.EmbeddedServer;
import org.yinxin.store.postgres.Schema;
import org.yinxin.store.postgres.Schemas;

/**
 * What all migrations together make of an empty database, so that a reader sees the tables as they are and a change of
 * them is seen in review. After a change made on purpose: {@code MAVEN_ARGS=-Dschema.golden.write=true ./yinxin test -p
 * app -t GoldenSchemaTest} writes the file anew.
 */
class GoldenSchemaTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "schema.golden.txt");

    private static final String COLUMNS =
            """
            SELECT format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                          CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
                          coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''))
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.relnamespace = :schema::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
              AND NOT a.attisdropped AND c.relname NOT LIKE 'flyway%'
            ORDER BY c.relname, a.attnum
            """;

    private static final String CONSTRAINTS =
            """
            SELECT format('%s: %s', c.relname, pg_get_constraintdef(o.oid))
            FROM pg_constraint o
            JOIN pg_class c ON c.oid = o.conrelid
            WHERE c.relnamespace = :schema::regnamespace AND o.contype <> 'n' AND c.relname NOT LIKE 'flyway%'
            ORDER BY c.relname, o.contype, o.conname
            """;

    private static final String INDEXES =
            """
            SELECT indexdef FROM pg_indexes
            WHERE schemaname = :schema AND tablename NOT LIKE 'flyway%'
            ORDER BY tablename, indexname
            """;

    private static final String TRIGGERS =
            """
            SELECT pg_get_triggerdef(t.oid)
            FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = :schema::regnamespace AND NOT t.tgisinternal
            ORDER BY c.relname, t.tgname
            """;

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.throwAway();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void is_the_schema_that_was_reviewed() throws IOException {
        var lines = new ArrayList<String>();
        for (Schema schema :
                List.of(AuthoritySchema.SCHEMA, CustodySchema.SCHEMA, HallSchema.SCHEMA)) {
            lines.addAll(describe(schema));
        }
        if (Boolean.getBoolean("schema.golden.write")) {
            Files.write(GOLDEN, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(GOLDEN));
    }

    private static List<String> describe(Schema schema) {
        var lines = new ArrayList<String>();
        try (var pool = Schemas.open(server.address(), schema)) {
            JdbcClient database = JdbcClient.create(pool);
            for (String question : List.of(COLUMNS, CONSTRAINTS, INDEXES, TRIGGERS)) {
                lines.add("-- " + schema.name());
                lines.addAll(
                        database.sql(question)
                                .param("schema", schema.name())
                                .query(String.class)
                                .list());
            }
        }
        return lines;
    }
}
