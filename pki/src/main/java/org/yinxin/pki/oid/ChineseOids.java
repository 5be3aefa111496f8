package org.yinxin.pki.oid;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * The identifiers under 1.2.156 that certificates of this product carry.
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
