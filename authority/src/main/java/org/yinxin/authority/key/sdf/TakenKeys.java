package org.yinxin.authority.key.sdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Collection;
import java.util.function.Supplier;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.OwnerOnly;

/**
 * Which keys of a device are somebody's already. A device makes its keys before anybody needs them and does not know what becomes of
 * them, so a key is taken by writing a file, {@code sdf-DIGEST.taken}, that only the first of several can write: threads and
 * processes that share the folder. What has come into the database by another way, such as a node with a folder of its
 * own, is looked up there as well. A file whose key nobody refers to may be deleted, and then the key is free again.
 */
record TakenKeys(Path folder, Supplier<Collection<KeyHandle>> referred) {

    /** Takes the key; answers whether it was free. */
    boolean take(KeyHandle handle, PublicKey key, int index) {
        if (referred.get().stream().anyMatch(each -> each.names(key))) {
            return false;
        }
        Path file = folder.resolve("sdf-" + KeyHandle.digestPart(key) + ".taken");
        String text = "key %d of the SDF device is %s%n".formatted(index, handle.value());
        try {
            OwnerOnly.write(file, text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        } catch (IOException e) {
            throw new KeyStoreUnavailableException(
                    "That the key is taken cannot be written to %s; make its folder one that this program may write to."
                            .formatted(file),
                    e);
        }
    }
}
