package org.yinxin.hall.catalogue;

/** Ways to make sure that somebody is who they say. */
public enum IdentityMethod {
    /** 手机实名认证: name, identity number and mobile number belong together. */
    MOBILE,
    /** 银行卡认证 */
    BANK_CARD,
    /** 刷脸认证; never the only way (人脸识别技术应用安全管理办法, in force 2025-06-01). */
    FACE,
    /** 工商登记核验: name and code stand in the register of organisations. */
    REGISTER,
    /** 短信签名确认: a code sent to the party's own mobile. */
    SMS
}
