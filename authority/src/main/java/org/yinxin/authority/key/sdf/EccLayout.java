package org.yinxin.authority.key.sdf;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.security.PublicKey;
import java.util.Optional;
import java.util.stream.Stream;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Sm2Digest;

/**
 * How a device writes the numbers of a curve: the structures ECCrefPublicKey (bits, x, y) and ECCSignature (r, s), all big-endian and
 * with zeros before them. GM/T 0018-2012 makes room for curves of 512 bits, and there are devices with room for 256 only. Which of the two it is
 * shows in the public key: only read rightly it is a point of the curve.
 */
enum EccLayout {
    /** ECCref_MAX_BITS is 512. */
    ROOM_FOR_512(64),
    /** ECCref_MAX_BITS is 256. */
    ROOM_FOR_256(32);

    /** Enough for either public key. */
    static final long PUBLIC_KEY_OCTETS = 4 + 2 * 64;

    /** Enough for either signature. */
    static final long SIGNATURE_OCTETS = 2 * 64;

    private static final int BITS = 256;
    private static final int OCTETS = 32;

    private final int room;

    EccLayout(int room) {
        this.room = room;
    }

    /** A public key, and how it was written. */
    record Read(PublicKey publicKey, EccLayout layout) {}

    /** Reads an ECCrefPublicKey; empty when it is no key of SM2 in either layout. */
    static Optional<Read> read(MemorySegment structure) {
        if (structure.get(JAVA_INT_UNALIGNED, 0) != BITS) {
            return Optional.empty();
        }
        return Stream.of(values()).flatMap(layout -> layout.point(structure).stream()).findFirst();
    }

    private Optional<Read> point(MemorySegment structure) {
        byte[] point = new byte[1 + 2 * OCTETS];
        point[0] = 4;
        copy(structure, 4, point, 1);
        try {
            return Optional.of(new Read(PublicKeys.fromSm2Point(point), this));
        } catch (MalformedKeyException _) {
            return Optional.empty(); // so it is the other one, or none
        }
    }

    /**
     * Reads an ECCSignature.
     *
     * @return in DER
     * @throws IllegalArgumentException when it is no signature
     */
    byte[] signature(MemorySegment structure) {
        byte[] numbers = new byte[2 * OCTETS];
        copy(structure, 0, numbers, 0);
        return Sm2Digest.signature(
                new BigInteger(1, numbers, 0, OCTETS), new BigInteger(1, numbers, OCTETS, OCTETS));
    }

    private void copy(MemorySegment from, long offset, byte[] to, int at) {
        long first = offset + room - OCTETS;
        MemorySegment.copy(from, JAVA_BYTE, first, to, at, OCTETS);
        MemorySegment.copy(from, JAVA_BYTE, first + room, to, at + OCTETS, OCTETS);
    }
}
