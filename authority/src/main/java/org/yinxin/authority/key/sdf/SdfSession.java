package org.yinxin.authority.key.sdf;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.yinxin.authority.key.PinFile;

/** A session with a device and its buffers; for one thread at a time. The access right to a private key is the session's. */
final class SdfSession {

    private static final int DIGEST_OCTETS = 32;

    private final SdfLibrary library;
    private final MemorySegment handle;
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment digest = arena.allocate(DIGEST_OCTETS);
    private final MemorySegment signature = arena.allocate(EccLayout.SIGNATURE_OCTETS);
    private final MemorySegment publicKey = arena.allocate(EccLayout.PUBLIC_KEY_OCTETS, 8);
    private final Set<Integer> rights = new HashSet<>();

    private SdfSession(SdfLibrary library, MemorySegment handle) {
        this.library = library;
        this.handle = handle;
    }

    static SdfSession open(SdfLibrary library, MemorySegment device) throws SdfFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(ADDRESS);
            SdfFault.require("SDF_OpenSession", library.openSession.open(device, handle));
            return new SdfSession(library, handle.get(ADDRESS, 0));
        }
    }

    /** The public key at an index; empty when what is there is none of SM2. */
    Optional<EccLayout.Read> publicKey(int index) throws SdfFault {
        publicKey.fill((byte) 0);
        SdfFault.require(
                "SDF_ExportSignPublicKey_ECC",
                library.exportSignPublicKey.export(handle, index, publicKey));
        return EccLayout.read(publicKey);
    }

    /** Signs a digest with the key at an index. */
    byte[] sign(int index, EccLayout layout, byte[] octets, PinFile password) throws SdfFault {
        if (!rights.contains(index)) {
            // One at a time, so that a wrong password is offered once and not by each thread.
            synchronized (password) {
                takeRight(index, password);
            }
            rights.add(index);
        }
        MemorySegment.copy(octets, 0, digest, JAVA_BYTE, 0, DIGEST_OCTETS);
        signature.fill((byte) 0);
        SdfFault.require(
                "SDF_InternalSign_ECC",
                library.internalSign.sign(handle, index, digest, DIGEST_OCTETS, signature));
        try {
            return layout.signature(signature);
        } catch (IllegalArgumentException _) {
            throw SdfFault.noSignature();
        }
    }

    private void takeRight(int index, PinFile file) throws SdfFault {
        char[] password = file.read();
        ByteBuffer octets = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        int length = octets.remaining();
        try (Arena confined = Arena.ofConfined()) {
            MemorySegment text = confined.allocate(length);
            text.copyFrom(MemorySegment.ofBuffer(octets));
            int answer = library.getAccessRight.get(handle, index, text, length);
            text.fill((byte) 0);
            SdfFault.require("SDF_GetPrivateKeyAccessRight", answer);
        } catch (SdfFault e) {
            if (e.isWrongPassword()) {
                file.refuse(password);
            }
            throw e;
        } finally {
            MemorySegment.ofBuffer(octets).fill((byte) 0);
            Arrays.fill(password, '\0');
        }
    }

    /** What the device answers does not matter any more. */
    @SuppressWarnings("CheckReturnValue")
    void close() {
        rights.forEach(index -> library.releaseAccessRight.release(handle, index));
        library.closeSession.close(handle);
    }
}
