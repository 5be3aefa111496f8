package org.yinxin.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.pki.envelope.EnvelopeSigner;
import org.yinxin.pki.envelope.SignedAndEnvelopedKey;
import org.yinxin.pki.envelope.SkfKeyBlob;
import org.yinxin.pki.envelope.SkfKeyField;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.extension.KeyUsages;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.oid.ChineseOids;

/** Envelopes opened and made by OpenSSL 3, which knows their primitives and not their forms. */
class OpenSslEnvelopeTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir Path folder;
    private OpenSsl openssl;
    private KeyPair signing;
    private final KeyPair encryption = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);

    @BeforeEach
    void makeTheSigningKey() throws IOException {
        openssl = new OpenSsl(folder);
        run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2", "-out", "k.pem");
        String pem = Files.readString(folder.resolve("k.pem"));
        signing =
                KeyPairs.sm2(
                        ECPrivateKey.getInstance(
                                        PrivateKeyInfo.getInstance(
                                                        Base64.getMimeDecoder()
                                                                .decode(
                                                                        pem.replaceAll(
                                                                                "-----[^-]+-----",
                                                                                "")))
                                                .parsePrivateKey())
                                .getKey());
    }

    @Test
    void opens_our_sm2_enveloped_key() throws Exception {
        ASN1Sequence envelope =
                ASN1Sequence.getInstance(
                        Sm2EnvelopedKey.seal(signing.getPublic(), encryption, RANDOM).encoded());
        byte[] encrypted = ASN1BitString.getInstance(envelope.getObjectAt(3)).getOctets();
        assertThat(decrypted(der(envelope.getObjectAt(1)), encrypted, "-sm4-ecb"))
                .isEqualTo(number());
    }

    @Test
    void its_sm2_enveloped_key_opens_here() throws Exception {
        String symmetric = "00112233445566778899aabbccddeeff";
        openssl.put("symmetric", HexFormat.of().parseHex(symmetric));
        openssl.put("number", number());
        run("pkeyutl", "-encrypt", "-inkey", "k.pem", "-in", "symmetric", "-out", "wrapped");
        run("enc", "-sm4-ecb", "-nopad", "-K", symmetric, "-in", "number", "-out", "encrypted");
        byte[] envelope =
                new DERSequence(
                                new ASN1Encodable[] {
                                    new AlgorithmIdentifier(ChineseOids.SM4_ECB),
                                    ASN1Primitive.fromByteArray(read("wrapped")),
                                    new DERBitString(PublicKeys.sm2Point(encryption.getPublic())),
                                    new DERBitString(read("encrypted"))
                                })
                        .getEncoded();
        assertThat(Sm2EnvelopedKey.parse(envelope).open(signing.getPrivate()).getPrivate())
                .isEqualTo(encryption.getPrivate());
    }

    @ParameterizedTest
    @EnumSource(SkfKeyField.class)
    void opens_our_skf_blob(SkfKeyField field) throws Exception {
        byte[] blob = SkfKeyBlob.seal(field, signing.getPublic(), encryption, RANDOM).encoded();
        // INTEGERs take the coordinates from where the interface says that they are.
        byte[] cipher =
                der(
                        new DERSequence(
                                new ASN1Encodable[] {
                                    coordinate(blob, 208),
                                    coordinate(blob, 272),
                                    octets(blob, 336, 32),
                                    octets(blob, 372, 16)
                                }));
        byte[] opened =
                switch (field) {
                    case OCTETS_32 ->
                            decrypted(cipher, Arrays.copyOfRange(blob, 44, 76), "-sm4-ecb");
                    case OCTETS_64 -> {
                        byte[] all =
                                decrypted(cipher, Arrays.copyOfRange(blob, 12, 76), "-sm4-ecb");
                        assertThat(Arrays.copyOf(all, 32)).isEqualTo(new byte[32]);
                        yield Arrays.copyOfRange(all, 32, 64);
                    }
                };
        assertThat(opened).isEqualTo(number());
    }

    @Test
    void opens_our_signed_envelope_and_verifies_its_signature() throws Exception {
        TestHierarchy hierarchy = new TestHierarchy();
        byte[] der =
                SignedAndEnvelopedKey.seal(
                                new EnvelopeSigner(hierarchy.key, hierarchy.root),
                                hierarchy.leaf(
                                        "甲", KeyUsages.SIGNING, new SoftwareSigningKey(signing)),
                                encryption,
                                RANDOM)
                        .encoded();
        openssl.put("message", der);
        String structure = run("asn1parse", "-inform", "DER", "-in", "message");
        assertThat(structure)
                .contains(
                        "1.2.156.10197.6.1.4.2.4",
                        "1.2.156.10197.6.1.4.2.1",
                        "1.2.156.10197.1.301.3",
                        "1.2.156.10197.1.301.1",
                        ":sm3",
                        ":sm4-cbc");
        byte[] wrapped = field(structure, "1.2.156.10197.1.301.3");
        byte[] vector = field(structure, ":sm4-cbc");
        byte[] signature = field(structure, "1.2.156.10197.1.301.1");
        byte[] content = primitive(der, structure, ":sm4-cbc");
        openssl.put("clear", number());
        openssl.put("signature", signature);
        assertThat(decrypted(wrapped, content, "-sm4-cbc", "-iv", HexFormat.of().formatHex(vector)))
                .startsWith(number())
                .hasSize(48);
        String issuer = openssl.pem("x509", hierarchy.root.encoded(), "issuer");
        run("x509", "-in", issuer, "-noout", "-pubkey", "-out", "issuer.pub");
        assertThat(
                        run(
                                "dgst",
                                "-sm3",
                                "-sigopt",
                                "distid:1234567812345678",
                                "-verify",
                                "issuer.pub",
                                "-signature",
                                "signature",
                                "clear"))
                .contains("Verified OK");
    }

    /** The octet string that OpenSSL shows right after an identifier. */
    private static byte[] field(String structure, String after) {
        String rest = structure.substring(structure.indexOf(after));
        String hex = rest.substring(rest.indexOf("[HEX DUMP]:") + "[HEX DUMP]:".length());
        return HexFormat.of().parseHex(hex.lines().findFirst().orElseThrow().strip());
    }

    /** The contents of the first tagged primitive after an identifier, cut out where OpenSSL says that it is. */
    private static byte[] primitive(byte[] der, String structure, String after) {
        String line =
                structure
                        .substring(structure.indexOf(after))
                        .lines()
                        .filter(each -> each.contains("prim: cont [ 0 ]"))
                        .findFirst()
                        .orElseThrow();
        int offset = Integer.parseInt(line.substring(0, line.indexOf(':')).strip());
        int length = Integer.parseInt(line.replaceFirst(".* l= *(\\d+) .*", "$1"));
        return Arrays.copyOfRange(der, offset + 2, offset + 2 + length);
    }

    private byte[] decrypted(byte[] sm2Cipher, byte[] encrypted, String... cipher)
            throws IOException {
        openssl.put("wrapped", sm2Cipher);
        openssl.put("encrypted", encrypted);
        run("pkeyutl", "-decrypt", "-inkey", "k.pem", "-in", "wrapped", "-out", "symmetric");
        String key = HexFormat.of().formatHex(read("symmetric"));
        String[] fixed = {"-d", "-nopad", "-K", key, "-in", "encrypted", "-out", "opened"};
        String[] command = new String[1 + cipher.length + fixed.length];
        command[0] = "enc";
        System.arraycopy(cipher, 0, command, 1, cipher.length);
        System.arraycopy(fixed, 0, command, 1 + cipher.length, fixed.length);
        run(command);
        return read("opened");
    }

    private static ASN1Encodable coordinate(byte[] blob, int at) {
        return new org.bouncycastle.asn1.ASN1Integer(
                new java.math.BigInteger(1, Arrays.copyOfRange(blob, at, at + 64)));
    }

    private static ASN1Encodable octets(byte[] blob, int at, int count) {
        return new org.bouncycastle.asn1.DEROctetString(Arrays.copyOfRange(blob, at, at + count));
    }

    private static byte[] der(ASN1Encodable value) throws IOException {
        return value.toASN1Primitive().getEncoded("DER");
    }

    private byte[] number() {
        return PublicKeys.sm2PrivateNumber(encryption.getPrivate());
    }

    private String run(String... arguments) {
        OpenSsl.Result result = openssl.run(arguments);
        assertThat(result.status()).as(result.output()).isZero();
        return result.output();
    }

    private byte[] read(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }
}
