package org.yinxin.pki.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.util.test.TestRandomBigInteger;
import org.junit.jupiter.api.Test;

/** The worked examples of GB/T 32905-2016 (SM3) and GB/T 32918.5-2017 (SM2). */
class Sm2VectorsTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final String K =
            "59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21";
    private static final KeyPair PAIR =
            KeyPairs.sm2(
                    new BigInteger(
                            "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
                            16));

    @Test
    void sm3_of_the_published_messages() {
        assertThat(HEX.formatHex(Sm3.digest("abc".getBytes(US_ASCII))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(HEX.formatHex(Sm3.digest("abcd".repeat(16).getBytes(US_ASCII))))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
        assertThat(HEX.formatHex(Sm3.digest()))
                .isEqualTo("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
        assertThat(Sm3.digest("ab".getBytes(US_ASCII), "c".getBytes(US_ASCII)))
                .isEqualTo(Sm3.digest("abc".getBytes(US_ASCII)));
    }

    @Test
    void the_public_point_of_the_published_private_number() {
        assertThat(HEX.formatHex(PublicKeys.sm2Point(PAIR.getPublic())))
                .isEqualTo(
                        "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                                + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
    }

    @Test
    void the_published_signature_with_the_default_user_id() {
        byte[] signature =
                new SoftwareSigningKey(PAIR, new TestRandomBigInteger(K, 16))
                        .sign("message digest".getBytes(US_ASCII));
        ASN1Sequence rs = ASN1Sequence.getInstance(signature);
        assertThat(number(rs.getObjectAt(0)))
                .isEqualTo("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3");
        assertThat(number(rs.getObjectAt(1)))
                .isEqualTo("b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
        assertThat(
                        Signatures.verify(
                                PAIR.getPublic(),
                                KeyAlgorithm.SM2.signatureAlgorithm(),
                                "message digest".getBytes(US_ASCII),
                                signature))
                .isTrue();
    }

    @Test
    void the_published_cipher_text_whose_x_begins_with_04() throws UndecipherableException {
        byte[] cipher =
                Sm2Encryption.encrypt(
                        PAIR.getPublic(),
                        "encryption standard".getBytes(US_ASCII),
                        new TestRandomBigInteger(K, 16));
        assertThat(HEX.formatHex(cipher))
                .isEqualTo(
                        "307c"
                                + "022004ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73"
                                + "022100e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0"
                                + "042059983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766"
                                + "041321886ca989ca9c7d58087307ca93092d651efa");
        assertThat(Sm2Encryption.decrypt(PAIR.getPrivate(), cipher))
                .isEqualTo("encryption standard".getBytes(US_ASCII));
    }

    private static String number(ASN1Encodable value) {
        return ASN1Integer.getInstance(value).getPositiveValue().toString(16);
    }
}
