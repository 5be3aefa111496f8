package org.yinxin.app.installation;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.yinxin.app.StartRefused;
import org.yinxin.app.commandline.Command.OutsideDatabase;
import org.yinxin.app.wiring.Databases;
import org.yinxin.hall.HallSchema;
import org.yinxin.store.postgres.DatabaseServer;
import org.yinxin.store.postgres.EmbeddedServer;
import org.yinxin.store.postgres.PreparedCluster;
import org.yinxin.store.postgres.Schemas;

/** Opens the databases of an installation, embedded or outside. */
public final class OpenDatabases {

    private OpenDatabases() {}

    /** With keys that are kept elsewhere. */
    public static Databases of(DataFolder data, @Nullable OutsideDatabase outside) {
        return of(data, outside, false, null);
    }

    /**
     * With the keys in the data folder.
     *
     * @param keysAreNew whether they were made just now; they cannot read what an older installation has sealed, so
     *     they are taken back when the database turns out to belong to one
     * @param prepared what an embedded server starts from in an empty folder; {@code null} for nothing
     */
    public static Databases of(
            DataFolder data,
            @Nullable OutsideDatabase outside,
            boolean keysAreNew,
            @Nullable PreparedCluster prepared) {
        if (outside != null) {
            return open(data, address(outside), null, keysAreNew);
        }
        EmbeddedServer server = EmbeddedServer.start(data.postgres(), prepared);
        return stoppingOnFailure(data, server, keysAreNew && !server.isNew());
    }

    /** For a demonstration that leaves nothing behind. */
    public static Databases throwAway(@Nullable PreparedCluster prepared) {
        EmbeddedServer server = EmbeddedServer.throwAway(prepared);
        return Databases.open(server.address(), server);
    }

    private static Databases stoppingOnFailure(
            DataFolder data, EmbeddedServer server, boolean keysAreNew) {
        try {
            return open(data, server.address(), server, keysAreNew);
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private static Databases open(
            DataFolder data,
            DatabaseServer address,
            @Nullable EmbeddedServer embedded,
            boolean keysAreNew) {
        if (keysAreNew && Schemas.exists(address, HallSchema.SCHEMA)) {
            Keys keys = new Keys(data.keys());
            keys.withdraw();
            throw new StartRefused(
                    "The database %s belongs to an installation whose keys are not in %s: put them back from the backup."
                            .formatted(address.jdbcUrl(), keys.folder()));
        }
        return Databases.open(address, embedded);
    }

    /** The server outside, with the password from its file. */
    public static DatabaseServer address(OutsideDatabase outside) {
        try {
            String password = Files.readString(outside.passwordFile()).strip();
            return new DatabaseServer(outside.url(), outside.user(), password);
        } catch (IOException e) {
            throw new StartRefused(
                    "The password file %s cannot be read: %s"
                            .formatted(outside.passwordFile(), Reasons.of(e)),
                    e);
        }
    }
}
