package org.yinxin.authority.key;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandleProxies;
import java.util.List;
import java.util.Optional;

/**
 * What of OpenSSL's libcrypto signs and verifies, version 3, through the foreign-function interface of the JDK. A fault in it is
 * a fault of this process, so nothing comes here as somebody outside has written it: keys of our own, digests, points that were
 * found to lie on their curve, and signatures that were read and encoded anew.
 */
@SuppressWarnings("restricted") // that is what it is for
final class LibCrypto {

    private static final List<String> NAMES = List.of("libcrypto.so.3", "libcrypto.3.dylib");
    private static final int PKCS1_PADDING = 1;
    private static final long LONGEST_TEXT = 200;

    /** A function that answers a constant. */
    public interface Constant {
        MemorySegment get();
    }

    /** A function that answers a text. */
    public interface Text {
        MemorySegment of(int which);
    }

    /** {@code EVP_PKEY_CTX_new}. */
    public interface NewContext {
        MemorySegment of(MemorySegment key, MemorySegment engine);
    }

    /** {@code d2i_AutoPrivateKey}. */
    public interface ReadKey {
        MemorySegment read(MemorySegment into, MemorySegment from, long length);
    }

    /** A function that answers 1 when it did something to a context. */
    public interface Begin {
        int begin(MemorySegment context);
    }

    /** A function that sets something of a context to an address. */
    public interface Set {
        int set(MemorySegment context, MemorySegment value);
    }

    /** A function that sets something of a context to a number. */
    public interface SetNumber {
        int set(MemorySegment context, int value);
    }

    /** A function that frees something. */
    public interface Free {
        void free(MemorySegment address);
    }

    /** {@code EVP_PKEY_set1_encoded_public_key}. */
    public interface SetPoint {
        int set(MemorySegment key, MemorySegment point, long length);
    }

    /** {@code EVP_PKEY_verify}. */
    public interface Verify {
        int verify(
                MemorySegment context,
                MemorySegment signature,
                long length,
                MemorySegment digest,
                long digestLength);
    }

    /** {@code EVP_PKEY_sign}. */
    public interface Sign {
        int sign(
                MemorySegment context,
                MemorySegment signature,
                MemorySegment length,
                MemorySegment digest,
                long digestLength);
    }

    private static final class Holder {
        private static final Optional<LibCrypto> FOUND =
                NAMES.stream().flatMap(name -> open(name).stream()).findFirst();
    }

    private final SymbolLookup library;
    private final Free freeKey;
    private final Free freeContext;
    private final ReadKey readKey;
    private final NewContext newContext;
    private final Begin beginSigning;
    private final Set setDigest;
    private final SetNumber setPadding;
    private final Sign sign;
    private final SetPoint setPoint;
    private final Begin beginVerifying;
    private final Verify verify;
    private final MemorySegment sha256;
    private final String version;

    private LibCrypto(SymbolLookup library) {
        this.library = library;
        this.freeKey = bindFree("EVP_PKEY_free");
        this.freeContext = bindFree("EVP_PKEY_CTX_free");
        this.readKey =
                bind(ReadKey.class, "d2i_AutoPrivateKey", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        this.newContext = bind(NewContext.class, "EVP_PKEY_CTX_new", ADDRESS, ADDRESS, ADDRESS);
        this.beginSigning = bind(Begin.class, "EVP_PKEY_sign_init", JAVA_INT, ADDRESS);
        this.setDigest =
                bind(Set.class, "EVP_PKEY_CTX_set_signature_md", JAVA_INT, ADDRESS, ADDRESS);
        this.setPadding =
                bind(SetNumber.class, "EVP_PKEY_CTX_set_rsa_padding", JAVA_INT, ADDRESS, JAVA_INT);
        this.sign =
                bind(
                        Sign.class,
                        "EVP_PKEY_sign",
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        JAVA_LONG);
        this.setPoint =
                bind(
                        SetPoint.class,
                        "EVP_PKEY_set1_encoded_public_key",
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        JAVA_LONG);
        this.beginVerifying = bind(Begin.class, "EVP_PKEY_verify_init", JAVA_INT, ADDRESS);
        this.verify =
                bind(
                        Verify.class,
                        "EVP_PKEY_verify",
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        JAVA_LONG,
                        ADDRESS,
                        JAVA_LONG);
        this.sha256 = bind(Constant.class, "EVP_sha256", ADDRESS).get();
        this.version =
                bind(Text.class, "OpenSSL_version", ADDRESS, JAVA_INT)
                        .of(0)
                        .reinterpret(LONGEST_TEXT)
                        .getString(0);
    }

    /** The library, where it is installed. */
    static Optional<LibCrypto> find() {
        return Holder.FOUND;
    }

    private static Optional<LibCrypto> open(String name) {
        try {
            return Optional.of(new LibCrypto(SymbolLookup.libraryLookup(name, Arena.global())));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no such library, or one without what is needed
        }
    }

    private MemorySegment address(String name) {
        return library.find(name)
                .orElseThrow(() -> new IllegalArgumentException("libcrypto has no " + name));
    }

    private <T> T bind(Class<T> kind, String name, MemoryLayout answer, MemoryLayout... arguments) {
        return bind(kind, name, FunctionDescriptor.of(answer, arguments));
    }

    private <T> T bind(Class<T> kind, String name, FunctionDescriptor form) {
        return MethodHandleProxies.asInterfaceInstance(
                kind, Linker.nativeLinker().downcallHandle(address(name), form));
    }

    /** Which one it is, in its own words. */
    String version() {
        return version;
    }

    /**
     * A private key.
     *
     * @param der PKCS#8; the copy of it in native memory is wiped
     */
    MemorySegment key(byte[] der) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment octets = arena.allocateFrom(JAVA_BYTE, der);
            MemorySegment from = arena.allocateFrom(ADDRESS, octets);
            MemorySegment key = readKey.read(MemorySegment.NULL, from, der.length);
            octets.fill((byte) 0);
            return freedBy(freeKey, required(key));
        }
    }

    /** What signs with a key, for one thread at a time; RSA by PKCS#1 v1.5, and always over SHA-256. */
    MemorySegment context(MemorySegment key, boolean rsa) {
        MemorySegment context =
                freedBy(freeContext, required(newContext.of(key, MemorySegment.NULL)));
        require(beginSigning.begin(context));
        if (rsa) {
            require(setPadding.set(context, PKCS1_PADDING));
        }
        require(setDigest.set(context, sha256));
        return context;
    }

    /**
     * Signs a digest.
     *
     * @param length the size of the room for the signature, and then of the signature
     */
    void sign(
            MemorySegment context,
            MemorySegment digest,
            MemorySegment signature,
            MemorySegment length) {
        require(sign.sign(context, signature, length, digest, digest.byteSize()));
    }

    /**
     * Whether a digest is signed by the key of a point.
     *
     * @param key of the point's curve, for one thread at a time; it is the point's key afterwards
     * @param point uncompressed
     */
    boolean verifies(
            MemorySegment key, MemorySegment point, MemorySegment digest, MemorySegment signature) {
        require(setPoint.set(key, point, point.byteSize()));
        MemorySegment context = required(newContext.of(key, MemorySegment.NULL));
        try {
            require(beginVerifying.begin(context));
            return verify.verify(
                            context, signature, signature.byteSize(), digest, digest.byteSize())
                    == 1;
        } finally {
            freeContext.free(context);
        }
    }

    private Free bindFree(String name) {
        return bind(Free.class, name, FunctionDescriptor.ofVoid(ADDRESS));
    }

    // The collector frees it, when nobody holds the address any more.
    private static MemorySegment freedBy(Free free, MemorySegment address) {
        return address.reinterpret(Arena.ofAuto(), free::free);
    }

    private static MemorySegment required(MemorySegment address) {
        if (address.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("libcrypto refuses the key");
        }
        return address;
    }

    private static void require(int answer) {
        if (answer != 1) {
            throw new IllegalStateException("libcrypto answers " + answer);
        }
    }
}
