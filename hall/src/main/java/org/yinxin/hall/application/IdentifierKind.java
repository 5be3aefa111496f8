package org.yinxin.hall.application;

/** By what a case was found. */
public enum IdentifierKind {
    CASE_NUMBER,
    /** 统一社会信用代码 */
    CREDIT_CODE,
    /** 营业执照注册号 */
    LICENCE_NUMBER,
    MOBILE,
    /** 证件号码 */
    DOCUMENT_NUMBER,
    /** Beginning of the applicant's name. */
    NAME,
    CERTIFICATE_SERIAL,
    /** Number of an order, of an attempt to pay, or of the channel's transaction. */
    PAYMENT
}
