package org.yinxin.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.yinxin.app.wiring.Databases;

/**
 * The databases while they come up in a thread of their own, beside the loading of the program, which takes about as
 * long. Whoever needs them first waits.
 */
final class OpeningDatabases {

    private final CompletableFuture<Databases> databases = new CompletableFuture<>();

    OpeningDatabases(Supplier<Databases> opening) {
        Thread.ofPlatform()
                .name("opening the databases")
                .start(
                        () -> {
                            try {
                                databases.complete(opening.get());
                            } catch (RuntimeException | Error e) {
                                databases.completeExceptionally(e);
                            }
                        });
    }

    Databases get() {
        try {
            return databases.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    void close() {
        databases
                .handle(
                        (open, fault) -> {
                            if (open != null) {
                                open.close();
                            }
                            return null;
                        })
                .join();
    }
}
