package org.yinxin.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.yinxin.store.postgres.EmbeddedServer.Durability;

/**
 * Makes a cluster where there is none: beside its place, and moved there when it is whole, so that a start that was
 * killed half-way leaves nothing that looks like one.
 */
record NewCluster(Cluster cluster) {

    /**
     * @param prepared taken instead of a new one when it can be; {@code null} for none
     */
    void make(String password, @Nullable PreparedCluster prepared) {
        Path folder = cluster.folder();
        try {
            cluster.programs().how().own(folder);
            Path fresh = folder.resolve("cluster.new");
            Folders.delete(fresh);
            Folders.writeSecret(cluster.passwordFile(), password);
            if (prepared == null || !prepared.copyTo(fresh)) {
                initialise(fresh, password);
            } else {
                change(fresh, password);
            }
            Files.move(fresh, cluster.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "The folder %s cannot be used for PostgreSQL: %s"
                            .formatted(folder, Folders.reason(e)),
                    e);
        }
    }

    private void initialise(Path fresh, String password) throws IOException {
        Path handed = cluster.folder().resolve("initdb.password");
        Folders.writeSecret(handed, password);
        cluster.programs().how().own(handed);
        try {
            cluster.programs()
                    .run(
                            "be initialised",
                            "initdb",
                            "-D",
                            fresh.toString(),
                            "-U",
                            Cluster.SUPERUSER,
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + handed,
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-instructions",
                            isDurable() ? "--sync-method=fsync" : "--no-sync");
        } finally {
            Files.deleteIfExists(handed);
        }
    }

    // Before anybody can reach it: the password it was prepared with is forgotten, and each
    // installation has one of its own.
    private void change(Path fresh, String password) {
        String statement =
                "ALTER ROLE %s PASSWORD '%s'%n"
                        .formatted(Cluster.SUPERUSER, password.replace("'", "''"));
        String said =
                cluster.programs()
                        .said(
                                "be given a password",
                                statement,
                                "postgres",
                                "--single",
                                "-F",
                                "-D",
                                fresh.toString(),
                                "-c",
                                "password_encryption=scram-sha-256",
                                "-c",
                                "log_min_error_statement=panic",
                                "-c",
                                "log_min_messages=warning",
                                "postgres");
        // It ends well even when the statement failed.
        if (said.contains("ERROR:")) {
            throw new PostgresUnavailable(
                    "PostgreSQL in %s cannot be given a password.".formatted(cluster.folder()));
        }
        if (isDurable()) {
            cluster.programs()
                    .run("be written to the disk", "initdb", "--sync-only", "-D", fresh.toString());
        }
    }

    private boolean isDurable() {
        return cluster.durability() == Durability.DURABLE;
    }
}
