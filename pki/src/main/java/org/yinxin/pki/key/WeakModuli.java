package org.yinxin.pki.key;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** Moduli of RSA that are known to be easy to factor, whatever their length. */
public final class WeakModuli {

    /**
     * Of the first 39 primes those where the powers of 65537 are not all residues. A modulus that is one of those powers in
     * each of them came from the library of CVE-2017-15361; of a hundred million others one is by chance.
     */
    private static final int LARGEST_PRIME = 167;

    private static final int GENERATOR = 65537;
    private static final Map<Integer, boolean[]> POWERS = powers();

    /** Baseline Requirements of the CA/Browser Forum, 6.1.1.3: so many rounds of Fermat's method. */
    private static final int ROUNDS = 100;

    /** The last six bits that a square can have. */
    private static final boolean[] ENDINGS = endings();

    private WeakModuli() {}

    private static Map<Integer, boolean[]> powers() {
        Map<Integer, boolean[]> all = new TreeMap<>();
        for (int prime = 3; prime <= LARGEST_PRIME; prime += 2) {
            if (BigInteger.valueOf(prime).isProbablePrime(20)) {
                boolean[] residues = new boolean[prime];
                int reached = 0;
                for (int power = 1;
                        !residues[power];
                        power = Math.floorMod(power * GENERATOR, prime)) {
                    residues[power] = true;
                    reached++;
                }
                if (reached < prime - 1) {
                    all.put(prime, residues);
                }
            }
        }
        return all;
    }

    private static boolean[] endings() {
        boolean[] endings = new boolean[64];
        for (int root = 0; root < endings.length; root++) {
            endings[root * root % endings.length] = true;
        }
        return endings;
    }

    /**
     * Whether both primes were made in the form of the library of Infineon (Nemec and others, The Return of Coppersmith's
     * Attack, 2017; CVE-2017-15361, "ROCA").
     */
    public static boolean isOfRoca(BigInteger modulus) {
        return POWERS.entrySet().stream()
                .allMatch(
                        prime ->
                                prime.getValue()[
                                        modulus.mod(BigInteger.valueOf(prime.getKey()))
                                                .intValue()]);
    }

    /** Whether the primes lie so near each other that a hundred rounds of Fermat's method find them. */
    public static boolean hasClosePrimes(BigInteger modulus) {
        BigInteger[] root = modulus.sqrtAndRemainder();
        BigInteger middle = root[1].signum() == 0 ? root[0] : root[0].add(BigInteger.ONE);
        for (int round = 0; round < ROUNDS; round++) {
            if (isSquare(middle.multiply(middle).subtract(modulus))) {
                return true;
            }
            middle = middle.add(BigInteger.ONE);
        }
        return false;
    }

    // Most are told by their ending, and a root is dear.
    private static boolean isSquare(BigInteger number) {
        return ENDINGS[number.intValue() & 63] && number.sqrtAndRemainder()[1].signum() == 0;
    }
}
