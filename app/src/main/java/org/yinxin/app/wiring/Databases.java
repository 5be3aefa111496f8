package org.yinxin.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthoritySchema;
import org.yinxin.custody.CustodySchema;
import org.yinxin.hall.HallSchema;
import org.yinxin.store.postgres.DatabaseServer;
import org.yinxin.store.postgres.EmbeddedServer;
import org.yinxin.store.postgres.PostgresUnavailable;
import org.yinxin.store.postgres.Schema;
import org.yinxin.store.postgres.Schemas;

/**
 * The pools of the hall, the authority and the custody, and the embedded server below them when there is one. Each
 * pool is signed in under its own role, which can enter no schema but its own.
 */
public record Databases(
        HikariDataSource hall,
        HikariDataSource authority,
        HikariDataSource custody,
        @Nullable EmbeddedServer embedded)
        implements AutoCloseable {

    /** Opens the three schemas at the same time; their migrations wait for the database more than for us. */
    public static Databases open(DatabaseServer server, @Nullable EmbeddedServer embedded) {
        // Not in virtual threads: where they wait for a class that another of them initialises,
        // they
        // keep their carriers (JEP 491), and on two cores there was none left for the one they
        // waited for.
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().name("opening a schema ", 1).factory())) {
            var hall = opening(server, HallSchema.SCHEMA, threads);
            var authority = opening(server, AuthoritySchema.SCHEMA, threads);
            var custody = opening(server, CustodySchema.SCHEMA, threads);
            return joined(List.of(hall, authority, custody), embedded);
        }
    }

    private static CompletableFuture<HikariDataSource> opening(
            DatabaseServer server, Schema schema, ExecutorService threads) {
        return CompletableFuture.supplyAsync(() -> Schemas.open(server, schema), threads);
    }

    // Waits for all three: a pool that opens after another has failed must be closed as well.
    private static Databases joined(
            List<CompletableFuture<HikariDataSource>> openings, @Nullable EmbeddedServer embedded) {
        List<HikariDataSource> opened = new ArrayList<>();
        PostgresUnavailable fault = null;
        for (var opening : openings) {
            try {
                opened.add(opening.join());
            } catch (CompletionException e) {
                fault =
                        e.getCause() instanceof PostgresUnavailable unavailable
                                ? unavailable
                                : new PostgresUnavailable(
                                        "The database cannot be opened: " + e.getCause(), e);
            }
        }
        if (fault != null) {
            opened.forEach(HikariDataSource::close);
            throw fault;
        }
        return new Databases(opened.get(0), opened.get(1), opened.get(2), embedded);
    }

    /** First the pools, then the server. */
    @Override
    public void close() {
        hall.close();
        authority.close();
        custody.close();
        if (embedded != null) {
            embedded.stop();
        }
    }
}
