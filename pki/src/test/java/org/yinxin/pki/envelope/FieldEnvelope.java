package org.yinxin.pki.envelope;

import java.math.BigInteger;
import java.security.KeyPair;
import java.util.Base64;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.KeyPairs;

/**
 * An envelope of a certification authority in the field: the sample that gmcert.org gave for trials, published with both keys
 * in the tests of emmansun/gmsm. SM4 without a mode, 64 octets, no padding. Where the recipient's issuer should stand the
 * original has two zero octets, which are nothing in ASN.1; here that is an empty name. Neither is encrypted or signed.
 */
final class FieldEnvelope {

    static final KeyPair SIGNING =
            pair("d45951c7f5a3988159e5d5788219752701c87cc74628bbd874f7756a45d40904");

    static final KeyPair ENCRYPTION =
            pair("ca1c1d7f42b70273022c46c6075c8c8c92cb95f424184e7776f08fb6db750640");

    private static final byte[] ORIGINAL =
            Base64.getMimeDecoder()
                    .decode(
                            """
                            MIIDwwYKKoEcz1UGAQQCBKCCA7MwggOvAgEBMYGfMIGcAgEBMAwAAAIIAs64zJDL
                            T8UwCwYJKoEcz1UBgi0DBHwwegIhAPbXLhqtkA/HeYKgPeZNPP4kT2/PqS7K8NiB
                            vAFCBsf+AiEA4m9ZyghfFUaE1K4kre9T/R7Td4hVQPij9GOloRykKJ8EIMJ/zBGe
                            WaqgtCUFu99S3Wovtd6+jN1tDkTJPWgZ6uu1BBCobCvaWMr0Of+Z686i/wVrMQww
                            CgYIKoEcz1UBgxEwWQYKKoEcz1UGAQQCATAJBgcqgRzPVQFogEDM1pUC/MDTCRCQ
                            uZiIxZYZzNaVAvzA0wkQkLmYiMWWGUnT7MvXe2M2khckxgU+ZMVBNDpf4EFl6+C2
                            PRPcy8ROoIIB4jCCAd4wggGDoAMCAQICCALODAD8KSAXMAoGCCqBHM9VAYN1MEIx
                            CzAJBgNVBAYTAkNOMQ8wDQYDVQQIDAbmtZnmsZ8xDzANBgNVBAcMBuadreW3njER
                            MA8GA1UECgwI5rWL6K+VQ0EwHhcNMjExMjIzMDg0ODMzWhcNMzExMjIzMDg0ODMz
                            WjBCMQswCQYDVQQGEwJDTjEPMA0GA1UECAwG5rWZ5rGfMQ8wDQYDVQQHDAbmna3l
                            t54xETAPBgNVBAoMCOa1i+ivlUNBMFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAE
                            SrOgeWQcu+dzrGUniH7/M0nG4ol5C4wfj5cPmFr6HrEZKmBnvzKo6/K65k4auohF
                            rm2CumYkEFeeJCpXL2tx7aNjMGEwDgYDVR0PAQH/BAQDAgEGMA8GA1UdEwEB/wQF
                            MAMBAf8wHQYDVR0OBBYEFDaT4xTnRQn61e/qLxIt06GWPMKkMB8GA1UdIwQYMBaA
                            FDaT4xTnRQn61e/qLxIt06GWPMKkMAoGCCqBHM9VAYN1A0kAMEYCIQCw4bSylc4l
                            IV203nQ6L0QDUgnbugidDAMO1m5d7wFhjgIhAMwly3Bd9gzOQM3vTKqVH0H2D2kU
                            y2JDcEl5cPy1GBOhMYG4MIG1AgEBME4wQjELMAkGA1UEBhMCQ04xDzANBgNVBAgM
                            Bua1meaxnzEPMA0GA1UEBwwG5p2t5beeMREwDwYDVQQKDAjmtYvor5VDQQIIAs4M
                            APwpIBcwCgYIKoEcz1UBgxEwCwYJKoEcz1UBgi0BBEcwRQIgR7STVlgH/yy4k93+
                            h3KRFN+dWEVeOJ7G1lRRSNXihnkCIQCHxZvmdUcv38SBCgZp+qxnpm2a+C1/tWKV
                            d/A8tW8dnw==
                            """);

    static final byte[] DER = withAnEmptyName();

    private static final int RECIPIENTS_ISSUER = 38;

    /** Where the signer's certificate stands in it. */
    private static final int CERTIFICATE_FROM = 298;

    private static final int CERTIFICATE_TO = 780;

    private FieldEnvelope() {}

    static byte[] original() {
        return ORIGINAL.clone();
    }

    private static byte[] withAnEmptyName() {
        byte[] der = ORIGINAL.clone();
        der[RECIPIENTS_ISSUER] = 0x30;
        return der;
    }

    static SignedCertificate signer() throws MalformedDerException {
        return SignedCertificate.parse(
                java.util.Arrays.copyOfRange(DER, CERTIFICATE_FROM, CERTIFICATE_TO));
    }

    private static KeyPair pair(String d) {
        return KeyPairs.sm2(new BigInteger(d, 16));
    }
}
