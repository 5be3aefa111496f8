package org.yinxin.authority.cmp;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.PBMParameter;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.PBEMacCalculatorProvider;
import org.bouncycastle.pkcs.jcajce.JcePBMac1CalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePBMac1CalculatorProviderBuilder;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.BouncyCastle;

/**
 * Codes that are computed with a shared secret: the password-based MAC of RFC 9810, 5.1.3.1, and PBMAC1 (RFC 9481, 6.1.2). An
 * answer is protected as its question was.
 */
public final class SecretCodes {

    /** More rounds than anybody needs cost more than a stranger may cost. */
    private static final int MOST_ROUNDS = 100_000;

    private static final int ROUNDS = 10_000;
    private static final int SALT_OCTETS = 16;

    private final SecureRandom random;

    public SecretCodes(SecureRandom random) {
        this.random = random;
    }

    /** Whether codes of this kind are computed here, at a bearable cost. */
    public boolean knows(AlgorithmIdentifier algorithm) {
        try {
            return rounds(algorithm).filter(rounds -> rounds <= MOST_ROUNDS).isPresent();
        } catch (MalformedDerException e) {
            return false;
        }
    }

    private static Optional<Integer> rounds(AlgorithmIdentifier algorithm)
            throws MalformedDerException {
        return Der.interpret(
                () -> {
                    if (algorithm.getAlgorithm().equals(CMPObjectIdentifiers.passwordBasedMac)) {
                        PBMParameter parameters =
                                PBMParameter.getInstance(algorithm.getParameters());
                        return Optional.of(parameters.getIterationCount().intValueExact());
                    }
                    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
                        PBMAC1Params parameters =
                                PBMAC1Params.getInstance(algorithm.getParameters());
                        PBKDF2Params derivation =
                                PBKDF2Params.getInstance(
                                        parameters.getKeyDerivationFunc().getParameters());
                        return Optional.of(derivation.getIterationCount().intValueExact());
                    }
                    return Optional.empty();
                });
    }

    /** Whether the code is the one that this secret makes; false as well for parameters that nobody can use. */
    public boolean matches(
            AlgorithmIdentifier algorithm, char[] secret, byte[] content, byte[] code) {
        try {
            MacCalculator calculator = provider(algorithm).get(algorithm, secret);
            try (OutputStream out = calculator.getOutputStream()) {
                out.write(content);
            }
            return MessageDigest.isEqual(calculator.getMac(), code);
        } catch (OperatorCreationException | IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private PBEMacCalculatorProvider provider(AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().equals(CMPObjectIdentifiers.passwordBasedMac)
                ? new PKMACBuilder(values(), MOST_ROUNDS)
                : new JcePBMac1CalculatorProviderBuilder()
                        .setProvider(BouncyCastle.PROVIDER)
                        .build();
    }

    /**
     * Computes the code of a question of ours.
     *
     * @param pbmac1 PBMAC1 with HMAC-SHA-256; otherwise the password-based MAC with SHA-256, which older authorities know
     */
    public MacCalculator asking(boolean pbmac1, char[] secret) {
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        try {
            return pbmac1
                    ? pbmac1(salt, secret)
                    : new PKMACBuilder(values(), MOST_ROUNDS)
                            .setParameters(
                                    new PBMParameter(
                                            salt,
                                            new AlgorithmIdentifier(
                                                    NISTObjectIdentifiers.id_sha256),
                                            ROUNDS,
                                            new AlgorithmIdentifier(
                                                    PKCSObjectIdentifiers.id_hmacWithSHA256)))
                            .build(secret);
        } catch (CRMFException | OperatorCreationException e) {
            throw new IllegalStateException("Bouncy Castle knows HMAC-SHA-256", e);
        }
    }

    private static MacCalculator pbmac1(byte[] salt, char[] secret)
            throws OperatorCreationException {
        return new JcePBMac1CalculatorBuilder("HmacSHA256", 256)
                .setProvider(BouncyCastle.PROVIDER)
                .setIterationCount(ROUNDS)
                .setSalt(salt)
                .build(secret);
    }

    /** Computes the code of an answer, in the way of the question and with a salt of its own. */
    MacCalculator answering(AlgorithmIdentifier question, char[] secret) {
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        try {
            if (question.getAlgorithm().equals(CMPObjectIdentifiers.passwordBasedMac)) {
                PBMParameter asked = PBMParameter.getInstance(question.getParameters());
                return new PKMACBuilder(values(), MOST_ROUNDS)
                        .setParameters(
                                new PBMParameter(
                                        salt,
                                        asked.getOwf(),
                                        asked.getIterationCount().intValueExact(),
                                        asked.getMac()))
                        .build(secret);
            }
            return pbmac1(salt, secret);
        } catch (CRMFException | OperatorCreationException e) {
            throw new IllegalStateException("a code that could be checked can be made", e);
        }
    }

    private static JcePKMACValuesCalculator values() {
        return new JcePKMACValuesCalculator().setProvider(BouncyCastle.PROVIDER);
    }
}
