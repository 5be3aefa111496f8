package org.yinxin.pki.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.KeyPair;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.yinxin.pki.TestHierarchy;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.extension.KeyUsages;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.oid.ChineseOids;

class SignedAndEnvelopedKeyTest {

    private final TestHierarchy hierarchy = new TestHierarchy();
    private final KeyPair signing = sm2();
    private final KeyPair encryption = sm2();
    private final SignedCertificate recipient =
            hierarchy.leaf("甲", KeyUsages.SIGNING, new SoftwareSigningKey(signing));
    private final EnvelopeSigner signer = new EnvelopeSigner(hierarchy.key, hierarchy.root);
    private final byte[] sealed =
            SignedAndEnvelopedKey.seal(signer, recipient, encryption, hierarchy.random).encoded();

    @Test
    void opens_the_envelope_of_an_authority_in_the_field() throws Exception {
        KeyPair opened =
                SignedAndEnvelopedKey.parse(FieldEnvelope.DER)
                        .open(FieldEnvelope.SIGNING.getPrivate(), FieldEnvelope.signer());
        assertThat(opened.getPublic()).isEqualTo(FieldEnvelope.ENCRYPTION.getPublic());
        assertThat(opened.getPrivate()).isEqualTo(FieldEnvelope.ENCRYPTION.getPrivate());
    }

    @Test
    void refuses_a_recipient_whose_issuer_is_nothing_in_asn1() {
        assertThat(fault(() -> SignedAndEnvelopedKey.parse(FieldEnvelope.original())))
                .isEqualTo(EnvelopeFault.MALFORMED);
    }

    @Test
    void opens_what_it_sealed() throws Exception {
        assertThat(open(sealed).getPrivate()).isEqualTo(encryption.getPrivate());
    }

    @Test
    void two_envelopes_of_one_key_have_nothing_secret_in_common() {
        byte[] other =
                SignedAndEnvelopedKey.seal(signer, recipient, encryption, hierarchy.random)
                        .encoded();
        assertThat(content(other)).isNotEqualTo(content(sealed));
    }

    @Test
    void equal_blocks_do_not_show_as_they_do_in_the_field() {
        byte[] theirs = content(FieldEnvelope.DER);
        assertThat(Arrays.copyOf(theirs, 16)).isEqualTo(Arrays.copyOfRange(theirs, 16, 32));
        assertThat(content(sealed)).hasSize(48);
    }

    @Test
    void takes_no_envelope_of_another_signer() {
        TestHierarchy stranger = new TestHierarchy();
        assertThat(
                        fault(
                                () ->
                                        SignedAndEnvelopedKey.parse(sealed)
                                                .open(signing.getPrivate(), stranger.root)))
                .isEqualTo(EnvelopeFault.UNKNOWN_SIGNER);
    }

    @Test
    void takes_no_envelope_that_the_signer_named_in_it_did_not_sign() {
        SignedCertificate named =
                hierarchy.leaf("乙", KeyUsages.SIGNING, hierarchy.key(KeyAlgorithm.SM2));
        byte[] forged = withSigner(0, name(named));
        assertThat(
                        fault(
                                () ->
                                        SignedAndEnvelopedKey.parse(forged)
                                                .open(signing.getPrivate(), named)))
                .isEqualTo(EnvelopeFault.BAD_SIGNATURE);
    }

    @Test
    void notices_an_altered_signature() {
        byte[] signature = hierarchy.key.sign(new byte[32]);
        assertThat(fault(() -> open(withSigner(3, new DEROctetString(signature)))))
                .isEqualTo(EnvelopeFault.BAD_SIGNATURE);
        assertThat(fault(() -> open(withSigner(3, new DEROctetString(new byte[3])))))
                .isEqualTo(EnvelopeFault.BAD_SIGNATURE);
    }

    @Test
    void does_not_open_with_another_key() {
        assertThat(
                        fault(
                                () ->
                                        SignedAndEnvelopedKey.parse(sealed)
                                                .open(sm2().getPrivate(), hierarchy.root)))
                .isEqualTo(EnvelopeFault.WRONG_KEY);
    }

    @Test
    void refuses_ciphers_digests_and_signatures_of_another_kind() {
        ASN1Encodable sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
        for (byte[] der :
                new byte[][] {
                    with(2, new DERSet(sha256)),
                    withContent(1, new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes128_CBC)),
                    withSigner(1, sha256),
                    withSigner(2, sha256)
                }) {
            assertThat(fault(() -> SignedAndEnvelopedKey.parse(der)))
                    .isEqualTo(EnvelopeFault.UNSUPPORTED_CIPHER);
        }
    }

    @Test
    void refuses_an_initial_vector_that_is_none() {
        for (ASN1Encodable vector :
                new ASN1Encodable[] {new DEROctetString(new byte[15]), new ASN1Integer(1)}) {
            assertThat(
                            fault(
                                    () ->
                                            SignedAndEnvelopedKey.parse(
                                                    withContent(
                                                            1,
                                                            new AlgorithmIdentifier(
                                                                    ChineseOids.SM4_CBC, vector)))))
                    .isEqualTo(EnvelopeFault.MALFORMED);
        }
    }

    @Test
    void refuses_what_is_not_for_one_recipient_by_one_signer() {
        ASN1Sequence data = data(sealed);
        ASN1EncodableVector twice = new ASN1EncodableVector();
        twice.add(org.bouncycastle.asn1.ASN1Set.getInstance(data.getObjectAt(1)).getObjectAt(0));
        twice.add(data.getObjectAt(3));
        for (byte[] der :
                new byte[][] {
                    with(0, new ASN1Integer(2)),
                    with(1, new DERSet()),
                    with(1, new DERSet(twice)),
                    with(4, new DERTaggedObject(false, 1, new DERSet())),
                    with(5, new DERSet()),
                    with(5, new ASN1Integer(1)),
                    withContent(0, ChineseOids.SIGNED_AND_ENVELOPED_DATA),
                    withContent(2, octets(new byte[16])),
                    withContent(2, octets(new byte[33])),
                    withContent(2, octets(new byte[96])),
                    withContent(2, new DERTaggedObject(true, 0, new DEROctetString(new byte[32]))),
                    withSigner(3, new ASN1Integer(1)),
                    Der.encode(new DERSequence()),
                    new byte[0],
                    new byte[1 << 20]
                }) {
            assertThat(fault(() -> SignedAndEnvelopedKey.parse(der)))
                    .isEqualTo(EnvelopeFault.MALFORMED);
        }
    }

    @Test
    void needs_no_certificate_inside() throws Exception {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        ASN1Encodable[] all = data(sealed).toArray();
        for (int i = 0; i < all.length; i++) {
            if (i != 4) {
                parts.add(all[i]);
            }
        }
        assertThat(open(message(new DERSequence(parts))).getPublic())
                .isEqualTo(encryption.getPublic());
    }

    @Test
    void says_so_when_it_is_nested_beyond_all_measure() {
        byte[] nested = new byte[16_000];
        for (int i = 0; i < nested.length; i += 4) {
            int rest = nested.length - i - 4;
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x82;
            nested[i + 2] = (byte) (rest >> 8);
            nested[i + 3] = (byte) rest;
        }
        assertThat(fault(() -> SignedAndEnvelopedKey.parse(nested)))
                .isEqualTo(EnvelopeFault.MALFORMED);
    }

    @Test
    void signs_only_with_the_certified_sm2_key() {
        assertThatThrownBy(
                        () -> new EnvelopeSigner(hierarchy.key(KeyAlgorithm.SM2), hierarchy.root))
                .isInstanceOf(IllegalArgumentException.class);
        var p256 = hierarchy.key(KeyAlgorithm.P256);
        SignedCertificate certified = hierarchy.leaf("丙", KeyUsages.SIGNING, p256);
        assertThatThrownBy(() -> new EnvelopeSigner(p256, certified))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_encoder_wants_the_certificate_of_the_recipients_key() throws Exception {
        var encoder = new KeyEnvelopeEncoder.SignedAndEnveloped(signer, recipient);
        byte[] envelope = encoder.seal(signing.getPublic(), encryption, hierarchy.random).encoded();
        assertThat(encoder.open(envelope, signing.getPrivate()).getPrivate())
                .isEqualTo(encryption.getPrivate());
        assertThatThrownBy(() -> encoder.seal(sm2().getPublic(), encryption, hierarchy.random))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private KeyPair open(byte[] der) throws EnvelopeException {
        return SignedAndEnvelopedKey.parse(der).open(signing.getPrivate(), hierarchy.root);
    }

    private interface Opening {
        void run() throws EnvelopeException;
    }

    private static EnvelopeFault fault(Opening opening) {
        return catchThrowableOfType(EnvelopeException.class, opening::run).fault();
    }

    private KeyPair sm2() {
        return KeyPairs.generate(KeyAlgorithm.SM2, hierarchy.random);
    }

    private static ASN1Encodable name(SignedCertificate certificate) {
        return new org.bouncycastle.asn1.cms.IssuerAndSerialNumber(
                certificate.tbs().issuer(), certificate.tbs().serial().value());
    }

    private static DERTaggedObject octets(byte[] content) {
        return new DERTaggedObject(false, 0, new DEROctetString(content));
    }

    private static ASN1Sequence data(byte[] der) {
        ASN1Encodable content = ASN1Sequence.getInstance(der).getObjectAt(1);
        return ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(content), true);
    }

    private static byte[] content(byte[] der) {
        ASN1Sequence info = ASN1Sequence.getInstance(data(der).getObjectAt(3));
        return org.bouncycastle.asn1.ASN1OctetString.getInstance(
                        ASN1TaggedObject.getInstance(info.getObjectAt(2)), false)
                .getOctets();
    }

    private byte[] with(int index, ASN1Encodable part) {
        ASN1Encodable[] parts = data(sealed).toArray();
        parts[index] = part;
        return message(new DERSequence(parts));
    }

    private byte[] withContent(int index, ASN1Encodable part) {
        ASN1Encodable[] parts = ASN1Sequence.getInstance(data(sealed).getObjectAt(3)).toArray();
        parts[index] = part;
        return with(3, new DERSequence(parts));
    }

    /** Index counts from the name of the signer on. */
    private byte[] withSigner(int index, ASN1Encodable part) {
        ASN1Encodable only =
                org.bouncycastle.asn1.ASN1Set.getInstance(data(sealed).getObjectAt(5))
                        .getObjectAt(0);
        ASN1Encodable[] parts = ASN1Sequence.getInstance(only).toArray();
        parts[1 + index] = part;
        return with(5, new DERSet(new DERSequence(parts)));
    }

    private static byte[] message(ASN1Encodable data) {
        return Der.encode(
                new DERSequence(
                        new ASN1Encodable[] {
                            ChineseOids.SIGNED_AND_ENVELOPED_DATA,
                            new DERTaggedObject(true, 0, data)
                        }));
    }
}
