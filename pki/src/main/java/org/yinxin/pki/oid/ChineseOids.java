package org.yinxin.pki.oid;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * The identifiers under 1.2.156 that certificates and key envelopes of this product carry.
 *
 * <p>The extensions are those of GM/T 0015-2012, 5.2.4.2.18 to 22. Mind the order of the third and the fourth: code
 * that has them the wrong way round is in circulation.
 */
public final class ChineseOids {

    /** The curve of GM/T 0003.5, as the parameter of id-ecPublicKey. */
    public static final ASN1ObjectIdentifier SM2_CURVE = oid("1.2.156.10197.1.301");

    /** SM3 as a bare digest, as in the certificate identifiers of OCSP. */
    public static final ASN1ObjectIdentifier SM3 = oid("1.2.156.10197.1.401");

    /** SM2 signature over SM3; its parameters are left out (GM/T 0015-2012). */
    public static final ASN1ObjectIdentifier SM3_WITH_SM2 = oid("1.2.156.10197.1.501");

    /** SM2 as a signature, without naming the digest (GM/T 0010 writes it so beside the digest's own identifier). */
    public static final ASN1ObjectIdentifier SM2_SIGN = oid("1.2.156.10197.1.301.1");

    /** SM2 as a public key cipher. */
    public static final ASN1ObjectIdentifier SM2_ENCRYPT = oid("1.2.156.10197.1.301.3");

    /** SM4 without a mode; those who write it for a private key mean ECB. */
    public static final ASN1ObjectIdentifier SM4 = oid("1.2.156.10197.1.104");

    /** SM4 in ECB mode; no parameters. */
    public static final ASN1ObjectIdentifier SM4_ECB = oid("1.2.156.10197.1.104.1");

    /** SM4 in CBC mode; the parameter is the initial vector, an octet string of 16. */
    public static final ASN1ObjectIdentifier SM4_CBC = oid("1.2.156.10197.1.104.2");

    /** 数据类型, plain data of the message syntax of GB/T 35275 (GM/T 0010). */
    public static final ASN1ObjectIdentifier DATA = oid("1.2.156.10197.6.1.4.2.1");

    /** 带签名的数字信封数据类型, signedAndEnvelopedData of the same syntax. */
    public static final ASN1ObjectIdentifier SIGNED_AND_ENVELOPED_DATA =
            oid("1.2.156.10197.6.1.4.2.4");

    /** 个人身份标识码, identity of a natural person. */
    public static final ASN1ObjectIdentifier IDENTIFY_CODE = oid("1.2.156.10260.4.1.1");

    /** 个人社会保险号, social insurance number. */
    public static final ASN1ObjectIdentifier INSURANCE_NUMBER = oid("1.2.156.10260.4.1.2");

    /** 企业工商注册号, number in the register of industry and commerce. */
    public static final ASN1ObjectIdentifier IC_REGISTRATION_NUMBER = oid("1.2.156.10260.4.1.3");

    /** 企业组织机构代码, organisation code; in practice also the unified social credit code. */
    public static final ASN1ObjectIdentifier ORGANIZATION_CODE = oid("1.2.156.10260.4.1.4");

    /** 企业税号, taxpayer number. */
    public static final ASN1ObjectIdentifier TAXATION_NUMBER = oid("1.2.156.10260.4.1.5");

    private ChineseOids() {}

    private static ASN1ObjectIdentifier oid(String dotted) {
        return new ASN1ObjectIdentifier(dotted).intern();
    }
}
