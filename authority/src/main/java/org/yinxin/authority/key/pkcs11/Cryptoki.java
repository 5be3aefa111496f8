package org.yinxin.authority.key.pkcs11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandleProxies;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yinxin.authority.key.KeyStoreUnavailableException;

/**
 * What SunPKCS11 does not tell of a library: which slot holds the token of a label, and how that token is. The provider can only be
 * told a slot by its number, which some libraries give anew each time.
 *
 * <p>The structures are those of PKCS#11 v2.40 where CK_ULONG is 64 bits and nothing is packed: Linux and macOS on 64 bits.
 */
@SuppressWarnings("restricted") // calling a library of another maker is what it is for
final class Cryptoki {

    private static final long OK = 0;
    private static final long ALREADY_INITIALIZED = 0x191;
    private static final long OS_LOCKING = 2;

    private static final long INITIALIZE = 0;
    private static final long GET_SLOT_LIST = 4;
    private static final long GET_TOKEN_INFO = 6;
    private static final long FUNCTIONS = 16;

    private static final long INITIALIZE_ARGUMENTS_OCTETS = 48;
    private static final long FLAGS_OF_INITIALIZE = 32;
    private static final long TOKEN_INFO_OCTETS = 256; // 208 in this edition
    private static final int LABEL_OCTETS = 32;
    private static final long FLAGS_OF_TOKEN = 96;

    /** {@code C_GetFunctionList}. */
    public interface GetFunctionList {
        long get(MemorySegment list);
    }

    /** {@code C_Initialize}. */
    public interface Initialize {
        long initialize(MemorySegment arguments);
    }

    /** {@code C_GetSlotList}. */
    public interface GetSlotList {
        long get(byte tokenPresent, MemorySegment slots, MemorySegment count);
    }

    /** {@code C_GetTokenInfo}. */
    public interface DescribeToken {
        long get(long slot, MemorySegment info);
    }

    /**
     * A token in a slot.
     *
     * @param slot the number in the list of all slots, also the empty ones, from 0
     * @param slotId what the library calls that slot
     */
    record Found(int slot, long slotId, String label, TokenFlags flags) {}

    private final Path library;
    private final MemorySegment functions;

    private Cryptoki(Path library, MemorySegment functions) {
        this.library = library;
        this.functions = functions;
    }

    /**
     * Loads the library for as long as this process runs, and initialises it unless that is done.
     *
     * @throws KeyStoreUnavailableException when that is not possible
     */
    static Cryptoki load(Path library) {
        if (!Files.isReadable(library)) {
            throw unavailable(
                    "There is no PKCS#11 library "
                            + library
                            + "; install the software of the device's maker, or correct the path in the settings.");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment getList =
                    SymbolLookup.libraryLookup(library, Arena.global())
                            .find("C_GetFunctionList")
                            .orElseThrow(() -> noLibrary(library));
            MemorySegment list = arena.allocate(ADDRESS);
            long answer =
                    bind(GetFunctionList.class, getList, FunctionDescriptor.of(JAVA_LONG, ADDRESS))
                            .get(list);
            require(library, "C_GetFunctionList", answer);
            MemorySegment functions =
                    list.get(ADDRESS, 0)
                            .reinterpret(
                                    ADDRESS.byteSize() * (FUNCTIONS + 1), Arena.global(), null);
            Cryptoki loaded = new Cryptoki(library, functions);
            loaded.initialise(arena);
            return loaded;
        } catch (IllegalArgumentException _) {
            throw noLibrary(library); // the JDK says no more than that it could not be opened
        }
    }

    /** Anew with each connection: somebody else in this process may have ended it. */
    private void initialise(Arena arena) {
        MemorySegment arguments = arena.allocate(INITIALIZE_ARGUMENTS_OCTETS, Long.BYTES);
        arguments.set(JAVA_LONG, FLAGS_OF_INITIALIZE, OS_LOCKING);
        long answer =
                bind(
                                Initialize.class,
                                function(INITIALIZE),
                                FunctionDescriptor.of(JAVA_LONG, ADDRESS))
                        .initialize(arguments);
        if (answer != ALREADY_INITIALIZED) {
            require(library, "C_Initialize", answer);
        }
    }

    /**
     * The token of that label.
     *
     * @throws KeyStoreUnavailableException when there is none, naming those that there are
     */
    Found find(String label) {
        List<Found> all = tokens();
        List<Found> labelled = all.stream().filter(each -> each.label().equals(label)).toList();
        if (labelled.size() == 1) {
            return labelled.getFirst();
        }
        throw unavailable(
                labelled.isEmpty()
                        ? "No token behind %s has the label %s (%s); is the device connected and switched on, and is the label in the settings right? When it is there and is still not seen, start this program again: some libraries look only once."
                                .formatted(
                                        library,
                                        label,
                                        all.isEmpty()
                                                ? "there is none at all"
                                                : "there are: "
                                                        + String.join(
                                                                ", ",
                                                                all.stream()
                                                                        .map(Found::label)
                                                                        .toList()))
                        : "%d tokens behind %s have the label %s; give one of them another"
                                .formatted(labelled.size(), library, label));
    }

    private List<Found> tokens() {
        try (Arena arena = Arena.ofConfined()) {
            long[] slots = slots(arena);
            DescribeToken describe =
                    bind(
                            DescribeToken.class,
                            function(GET_TOKEN_INFO),
                            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS));
            List<Found> found = new ArrayList<>();
            for (int i = 0; i < slots.length; i++) {
                MemorySegment info = arena.allocate(TOKEN_INFO_OCTETS, Long.BYTES);
                if (describe.get(slots[i], info) == OK) { // an empty slot answers that it is
                    byte[] label = info.asSlice(0, LABEL_OCTETS).toArray(JAVA_BYTE);
                    found.add(
                            new Found(
                                    i,
                                    slots[i],
                                    new String(label, StandardCharsets.UTF_8).strip(),
                                    new TokenFlags(info.get(JAVA_LONG, FLAGS_OF_TOKEN))));
                }
            }
            return found.stream().filter(each -> !each.label().isEmpty()).toList();
        }
    }

    private long[] slots(Arena arena) {
        GetSlotList getList =
                bind(
                        GetSlotList.class,
                        function(GET_SLOT_LIST),
                        FunctionDescriptor.of(JAVA_LONG, JAVA_BYTE, ADDRESS, ADDRESS));
        MemorySegment count = arena.allocate(JAVA_LONG);
        require(library, "C_GetSlotList", getList.get((byte) 0, MemorySegment.NULL, count));
        MemorySegment slots = arena.allocate(JAVA_LONG, Math.max(1, count.get(JAVA_LONG, 0)));
        require(library, "C_GetSlotList", getList.get((byte) 0, slots, count));
        return slots.asSlice(0, count.get(JAVA_LONG, 0) * Long.BYTES).toArray(JAVA_LONG);
    }

    // Before the functions stands the version, two octets in a place for eight.
    private MemorySegment function(long number) {
        return functions.get(ADDRESS, ADDRESS.byteSize() * (number + 1));
    }

    private static <T> T bind(Class<T> kind, MemorySegment address, FunctionDescriptor form) {
        return MethodHandleProxies.asInterfaceInstance(
                kind, Linker.nativeLinker().downcallHandle(address, form));
    }

    private static void require(Path library, String function, long answer) {
        if (answer != OK) {
            throw unavailable(
                    "The PKCS#11 library %s answers 0x%x to %s; is its configuration there, may this user read it, and does the device answer the tool of its maker?"
                            .formatted(library, answer, function));
        }
    }

    private static KeyStoreUnavailableException noLibrary(Path library) {
        return unavailable(
                "%s is no PKCS#11 library for this computer; correct the path in the settings, or install what it needs (ldd %s shows what is missing)."
                        .formatted(library, library));
    }

    private static KeyStoreUnavailableException unavailable(String message) {
        return new KeyStoreUnavailableException(message, null);
    }
}
