package org.yinxin.authority.key.sdf;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandleProxies;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yinxin.authority.key.KeyStoreUnavailableException;

/**
 * The functions of GM/T 0018-2012 that signing needs. Each answers 0 or the code of an error, in 32 bits; handles are
 * addresses. A fault in the library is a fault of this process.
 */
@SuppressWarnings("restricted") // calling a library of another maker is what it is for
final class SdfLibrary {

    /** {@code SDF_OpenDevice}. */
    public interface OpenDevice {
        int open(MemorySegment device);
    }

    /** {@code SDF_OpenSession}. */
    public interface OpenSession {
        int open(MemorySegment device, MemorySegment session);
    }

    /** {@code SDF_CloseDevice}, {@code SDF_CloseSession}. */
    public interface Close {
        int close(MemorySegment handle);
    }

    /** {@code SDF_GetPrivateKeyAccessRight}; the length of the password is in octets. */
    public interface GetAccessRight {
        int get(MemorySegment session, int index, MemorySegment password, int length);
    }

    /** {@code SDF_ReleasePrivateKeyAccessRight}. */
    public interface ReleaseAccessRight {
        int release(MemorySegment session, int index);
    }

    /** {@code SDF_ExportSignPublicKey_ECC}. */
    public interface ExportSignPublicKey {
        int export(MemorySegment session, int index, MemorySegment publicKey);
    }

    /** {@code SDF_InternalSign_ECC}; it is given the digest and does not make it. */
    public interface InternalSign {
        int sign(
                MemorySegment session,
                int index,
                MemorySegment digest,
                int length,
                MemorySegment signature);
    }

    private final SymbolLookup symbols;
    final OpenDevice openDevice;
    final Close closeDevice;
    final OpenSession openSession;
    final Close closeSession;
    final GetAccessRight getAccessRight;
    final ReleaseAccessRight releaseAccessRight;
    final ExportSignPublicKey exportSignPublicKey;
    final InternalSign internalSign;

    private SdfLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
        this.openDevice = bind(OpenDevice.class, "SDF_OpenDevice", ADDRESS);
        this.closeDevice = bind(Close.class, "SDF_CloseDevice", ADDRESS);
        this.openSession = bind(OpenSession.class, "SDF_OpenSession", ADDRESS, ADDRESS);
        this.closeSession = bind(Close.class, "SDF_CloseSession", ADDRESS);
        this.getAccessRight =
                bind(
                        GetAccessRight.class,
                        "SDF_GetPrivateKeyAccessRight",
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT);
        this.releaseAccessRight =
                bind(
                        ReleaseAccessRight.class,
                        "SDF_ReleasePrivateKeyAccessRight",
                        ADDRESS,
                        JAVA_INT);
        this.exportSignPublicKey =
                bind(
                        ExportSignPublicKey.class,
                        "SDF_ExportSignPublicKey_ECC",
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS);
        this.internalSign =
                bind(
                        InternalSign.class,
                        "SDF_InternalSign_ECC",
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS);
    }

    /**
     * Loads the library for as long as this process runs.
     *
     * @throws KeyStoreUnavailableException when that is not possible
     */
    static SdfLibrary load(Path library) {
        if (!Files.isReadable(library)) {
            throw new KeyStoreUnavailableException(
                    "There is no SDF library "
                            + library
                            + "; install the software of the device's maker, or correct the path in the settings.",
                    null);
        }
        SymbolLookup symbols;
        try {
            symbols = SymbolLookup.libraryLookup(library, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new KeyStoreUnavailableException(
                    "%s is no library for this computer; correct the path in the settings, or install what it needs (ldd %s shows what is missing)."
                            .formatted(library, library),
                    e);
        }
        try {
            return new SdfLibrary(symbols);
        } catch (IllegalArgumentException e) {
            throw new KeyStoreUnavailableException(
                    "%s is no SDF library of GM/T 0018: %s. Ask the maker of the device for the right one."
                            .formatted(library, e.getMessage()),
                    e);
        }
    }

    private <T> T bind(Class<T> kind, String name, MemoryLayout... arguments) {
        MemorySegment address =
                symbols.find(name)
                        .orElseThrow(() -> new IllegalArgumentException("it has no " + name));
        return MethodHandleProxies.asInterfaceInstance(
                kind,
                Linker.nativeLinker()
                        .downcallHandle(address, FunctionDescriptor.of(JAVA_INT, arguments)));
    }
}
