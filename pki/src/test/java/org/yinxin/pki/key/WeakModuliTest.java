package org.yinxin.pki.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeakModuliTest {

    private final SecureRandom random = new SecureRandom();

    /** How many of the first primes the library multiplied for primes of so many bits (Nemec and others, table 1). */
    enum Size {
        OF_2048(1024, 126),
        OF_4096(2048, 225);

        private final int bits;
        private final int primes;

        Size(int bits, int primes) {
            this.bits = bits;
            this.primes = primes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void primes_of_the_form_of_roca_are_found(Size size) {
        BigInteger product = productOfFirst(size.primes);
        BigInteger modulus = ofRoca(size.bits, product).multiply(ofRoca(size.bits, product));
        assertThat(WeakModuli.isOfRoca(modulus)).isTrue();
        assertThat(WeakModuli.isOfRoca(modulus.add(BigInteger.TWO))).isFalse();
    }

    /** k * M + (65537^a mod M), as section 3.1 of the paper has it; that it is prime matters to nobody here. */
    private BigInteger ofRoca(int bits, BigInteger product) {
        BigInteger power =
                BigInteger.valueOf(65537).modPow(new BigInteger(256, random).setBit(255), product);
        return new BigInteger(bits - product.bitLength(), random).multiply(product).add(power);
    }

    private static BigInteger productOfFirst(int count) {
        return Stream.iterate(BigInteger.TWO, BigInteger::nextProbablePrime)
                .limit(count)
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    @Test
    void primes_near_each_other_are_found() {
        BigInteger prime = BigInteger.probablePrime(1024, random);
        BigInteger next = prime.nextProbablePrime();
        assertThat(WeakModuli.hasClosePrimes(prime.multiply(next))).isTrue();
        assertThat(WeakModuli.hasClosePrimes(prime.multiply(prime))).isTrue();
        BigInteger far = prime.add(BigInteger.ONE.shiftLeft(700)).nextProbablePrime();
        assertThat(WeakModuli.hasClosePrimes(prime.multiply(far))).isFalse();
    }

    @Test
    void usual_keys_are_neither() {
        IntStream.range(0, 8)
                .mapToObj(_ -> KeyPairs.generate(KeyAlgorithm.RSA_2048, random).getPublic())
                .map(key -> ((RSAPublicKey) key).getModulus())
                .forEach(
                        modulus -> {
                            assertThat(WeakModuli.isOfRoca(modulus)).isFalse();
                            assertThat(WeakModuli.hasClosePrimes(modulus)).isFalse();
                        });
    }
}
