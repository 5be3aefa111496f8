package org.yinxin.authority.lint;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.KeyPairs;

/** Not a key whose private number anybody can read in a standard or guess because it is tiny. */
final class KeyIsNotPubliclyKnown implements CertificateRule {

    private static final int TINY = 64;

    /** GB/T 32918.5-2017, annexes A to C. */
    private static final BigInteger EXAMPLE_OF_THE_STANDARD =
            new BigInteger("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8", 16);

    private static final Set<String> KNOWN =
            Stream.concat(
                            Stream.of(EXAMPLE_OF_THE_STANDARD),
                            IntStream.rangeClosed(1, TINY).mapToObj(BigInteger::valueOf))
                    .map(number -> KeyPairs.sm2(number).getPublic().getEncoded())
                    .map(KeyIsNotPubliclyKnown::text)
                    .collect(Collectors.toUnmodifiableSet());

    @Override
    public String clause() {
        return "CA/Browser Forum Baseline Requirements 6.1.1.3";
    }

    @Override
    public IssuanceRefusal refusal() {
        return IssuanceRefusal.WEAK_KEY;
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        return KNOWN.contains(text(Der.encode(certificate.tbs().publicKey())))
                ? Optional.of("the private key is publicly known")
                : Optional.empty();
    }

    private static String text(byte[] encoded) {
        return Base64.getEncoder().encodeToString(encoded);
    }
}
