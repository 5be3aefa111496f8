package org.yinxin.hall.certificate;

/** What a certificate of a pair is for. */
public enum CertificateUse {
    /** 签名证书 */
    SIGN,
    /** 加密证书 */
    ENCRYPT
}
