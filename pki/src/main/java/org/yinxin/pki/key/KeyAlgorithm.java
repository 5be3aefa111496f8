package org.yinxin.pki.key;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** The kinds of keys that may be certified; anything else is refused where it comes in. */
public enum KeyAlgorithm {
    /** The curve of GM/T 0003.5, signatures with SM3 and the default user ID of GM/T 0009-2012. */
    SM2(256, GMObjectIdentifiers.sm2p256v1, GMObjectIdentifiers.sm2sign_with_sm3, "SM3withSM2"),
    P256(
            256,
            SECObjectIdentifiers.secp256r1,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            "SHA256withECDSA"),
    P384(
            384,
            SECObjectIdentifiers.secp384r1,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            "SHA384withECDSA"),
    RSA_2048(2048, null, PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA256withRSA"),
    RSA_3072(3072, null, PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA256withRSA"),
    RSA_4096(4096, null, PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA256withRSA");

    private final int bits;

    @SuppressWarnings("ImmutableEnumChecker") // an object identifier never changes
    private final @Nullable ASN1ObjectIdentifier curve;

    @SuppressWarnings("ImmutableEnumChecker")
    private final ASN1ObjectIdentifier signature;

    private final String signatureName;

    KeyAlgorithm(
            int bits,
            @Nullable ASN1ObjectIdentifier curve,
            ASN1ObjectIdentifier signature,
            String signatureName) {
        this.bits = bits;
        this.curve = curve;
        this.signature = signature;
        this.signatureName = signatureName;
    }

    /** The size of the field or of the modulus. */
    public int bits() {
        return bits;
    }

    /** Whether it is one of the GM standards; chains of these and of others are not mixed. */
    public boolean isChinese() {
        return this == SM2;
    }

    /** The named curve; null for RSA. */
    public @Nullable ASN1ObjectIdentifier curve() {
        return curve;
    }

    /**
     * How a key of this kind signs. The parameters are left out for SM2 (GM/T 0015-2012) and ECDSA (RFC 5758 3.2) and are
     * NULL for RSA (RFC 4055 5).
     */
    public AlgorithmIdentifier signatureAlgorithm() {
        return curve == null
                ? new AlgorithmIdentifier(signature, DERNull.INSTANCE)
                : new AlgorithmIdentifier(signature);
    }

    String curveName() {
        return switch (this) {
            case SM2 -> "sm2p256v1";
            case P256 -> "secp256r1";
            case P384 -> "secp384r1";
            case RSA_2048, RSA_3072, RSA_4096 ->
                    throw new IllegalStateException(this + " has no curve");
        };
    }

    String signatureName() {
        return signatureName;
    }
}
