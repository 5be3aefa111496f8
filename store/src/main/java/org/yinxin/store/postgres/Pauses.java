package org.yinxin.store.postgres;

/** Waiting for another process. */
final class Pauses {

    private Pauses() {}

    static void brief() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
