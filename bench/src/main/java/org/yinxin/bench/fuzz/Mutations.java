package org.yinxin.bench.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Breaks octets: anywhere, and where DER is most easily broken. */
final class Mutations {

    private static final int MOST_AT_ONCE = 4;
    private static final int LONGEST = 24 * 1024;
    private static final int[] LENGTHS = {0x00, 0x7f, 0x80, 0x81, 0x82, 0x84, 0x88, 0xff};
    private static final int[] TAGS = {
        0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0c, 0x13, 0x16, 0x17, 0x18, 0x1e, 0x24, 0x30, 0x31,
        0x80, 0xa0, 0xa1, 0xa3, 0xbf
    };

    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Breaks an input.
     *
     * @param others what parts may be taken from
     */
    byte[] of(byte[] input, List<byte[]> others) {
        byte[] octets = input;
        for (int i = random.nextInt(MOST_AT_ONCE); i >= 0; i--) {
            octets =
                    octets.length < 2
                            ? others.get(random.nextInt(others.size()))
                            : one(octets, others);
        }
        return octets.length > LONGEST ? Arrays.copyOf(octets, LONGEST) : octets;
    }

    private byte[] one(byte[] octets, List<byte[]> others) {
        int at = random.nextInt(octets.length);
        return switch (random.nextInt(10)) {
            case 0 -> set(octets, at, octets[at] ^ 1 << random.nextInt(8));
            case 1 -> set(octets, at, random.nextInt(256));
            case 2 -> set(octets, at, LENGTHS[random.nextInt(LENGTHS.length)]);
            case 3 -> set(octets, at, TAGS[random.nextInt(TAGS.length)]);
            case 4 -> set(octets, at, octets[at] + (random.nextBoolean() ? 1 : -1));
            case 5 -> Arrays.copyOf(octets, at);
            case 6 -> replace(octets, at, at, random(1 + random.nextInt(8)));
            case 7 -> replace(octets, at, end(octets, at), new byte[0]);
            case 8 -> replace(octets, at, at, part(octets));
            default ->
                    replace(
                            octets,
                            at,
                            end(octets, at),
                            part(others.get(random.nextInt(others.size()))));
        };
    }

    private static byte[] set(byte[] octets, int at, int value) {
        byte[] changed = octets.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] replace(byte[] octets, int from, int to, byte[] by) {
        byte[] changed = new byte[octets.length - (to - from) + by.length];
        System.arraycopy(octets, 0, changed, 0, from);
        System.arraycopy(by, 0, changed, from, by.length);
        System.arraycopy(octets, to, changed, from + by.length, octets.length - to);
        return changed;
    }

    private byte[] random(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }

    private int end(byte[] octets, int from) {
        return from + 1 + random.nextInt(Math.min(64, octets.length - from));
    }

    // Where an element of DER with a short length begins it is taken whole.
    private byte[] part(byte[] octets) {
        if (octets.length < 2) {
            return octets;
        }
        int from = random.nextInt(octets.length - 1);
        int whole = from + 2 + (octets[from + 1] & 0xff);
        boolean fits = octets[from + 1] >= 0 && whole <= octets.length;
        return Arrays.copyOfRange(octets, from, fits ? whole : end(octets, from));
    }
}
