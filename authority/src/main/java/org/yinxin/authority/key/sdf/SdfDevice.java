package org.yinxin.authority.key.sdf;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.key.Connection;
import org.yinxin.authority.key.KeyHandle;

/**
 * An open device with its sessions, of which there are never more than were in use at once. Safe for use by several threads: it is
 * closed only when nobody is inside the library any more, because handles are addresses.
 */
final class SdfDevice implements Connection.Device {

    /** A key and where in this device it is. */
    record Placed(int index, EccLayout.Read key) {}

    /** Something that is done in a session. */
    interface Use<T> {
        T apply(SdfSession session) throws SdfFault;
    }

    private final SdfLibrary library;
    private final MemorySegment handle;
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();
    private final ConcurrentLinkedQueue<SdfSession> idle = new ConcurrentLinkedQueue<>();
    private final Map<KeyHandle, Placed> placed = new ConcurrentHashMap<>();
    private boolean closed;

    private SdfDevice(SdfLibrary library, MemorySegment handle) {
        this.library = library;
        this.handle = handle;
    }

    static SdfDevice open(SdfLibrary library) throws SdfFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(ADDRESS);
            SdfFault.require("SDF_OpenDevice", library.openDevice.open(handle));
            return new SdfDevice(library, handle.get(ADDRESS, 0));
        }
    }

    /** Does it in a session; one that answers an error is closed. */
    <T> T inSession(Use<T> use) throws SdfFault {
        Lock lock = inUse.readLock();
        lock.lock();
        try {
            if (closed) {
                throw SdfFault.closed();
            }
            SdfSession session = idle.poll();
            if (session == null) {
                session = SdfSession.open(library, handle);
            }
            boolean good = false;
            try {
                T answer = use.apply(session);
                good = true;
                return answer;
            } finally {
                if (good) {
                    idle.add(session);
                } else {
                    session.close();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** What is done with each key that the device has at one of these indexes, until it answers something. */
    interface Look<T> {
        Optional<T> at(Placed placed) throws SdfFault;
    }

    /**
     * Looks at the SM2 keys of these indexes. An index that answers an error is passed over, because makers have codes of their own for an
     * empty one; when nothing is found elsewhere, it is that error.
     */
    <T> Optional<T> search(Iterable<Integer> indexes, Look<T> look) throws SdfFault {
        @Nullable SdfFault failed = null;
        for (int index : indexes) {
            Optional<EccLayout.Read> key;
            try {
                key = inSession(session -> session.publicKey(index));
            } catch (SdfFault e) {
                failed = e.isMissingKey() ? failed : e;
                continue;
            }
            Optional<T> found =
                    key.isEmpty() ? Optional.empty() : look.at(new Placed(index, key.get()));
            if (found.isPresent()) {
                return found;
            }
        }
        if (failed != null) {
            throw failed;
        }
        return Optional.empty();
    }

    /**
     * Where the key of a handle is, by its public key. It is looked for again with each device that is opened: it may be another one, with the
     * same keys in another order.
     */
    Optional<Placed> find(KeyHandle wanted, Iterable<Integer> indexes) throws SdfFault {
        Placed known = placed.get(wanted);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Placed> found =
                search(
                        indexes,
                        each ->
                                wanted.names(each.key().publicKey())
                                        ? Optional.of(each)
                                        : Optional.empty());
        found.ifPresent(each -> placed.put(wanted, each));
        return found;
    }

    /** What the device answers does not matter any more. */
    @Override
    @SuppressWarnings("CheckReturnValue")
    public void close() {
        Lock lock = inUse.writeLock();
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                for (SdfSession each = idle.poll(); each != null; each = idle.poll()) {
                    each.close();
                }
                library.closeDevice.close(handle);
            }
        } finally {
            lock.unlock();
        }
    }
}
