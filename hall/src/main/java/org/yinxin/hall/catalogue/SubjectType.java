package org.yinxin.hall.catalogue;

/** What kind of person or unit a certificate is for; obligations of fields and papers differ by it. */
public enum SubjectType {
    /** 企业 */
    ENTERPRISE,
    /** 个体工商户 */
    SELF_EMPLOYED,
    /** 机关 */
    GOVERNMENT,
    /** 事业单位 */
    INSTITUTION,
    /** 社会团体 */
    ASSOCIATION,
    /** 其他单位 */
    OTHER_UNIT,
    /** 自然人 */
    PERSON
}
