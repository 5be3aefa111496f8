package org.yinxin.authority;

/** Whom a certificate names; profiles are chosen by it. */
public enum SubjectKind {
    /** 机构 */
    ORGANISATION,
    /** 机构个人, a person in an organisation. */
    ORGANISATION_PERSON,
    /** 自然人, who stands for nobody else. */
    NATURAL_PERSON,
    /** 设备 */
    DEVICE
}
