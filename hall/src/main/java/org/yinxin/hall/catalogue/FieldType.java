package org.yinxin.hall.catalogue;

/**
 * The shared vocabulary of form fields. The type decides how an answer is checked, how it is kept and shown, and
 * which input a page offers; a plan adds label, help and obligation.
 */
public enum FieldType {
    /** One line of anything. */
    TEXT(false, 200),
    /** One of the options the plan lists. */
    CHOICE(false, 60),
    /** One of {@link SubjectType}, as far as the plan offers it. */
    SUBJECT_TYPE(false, 20),
    /** One of the products that the business is offered for. */
    PRODUCT(false, 40),
    /** How many: a whole number from 0 to 999. */
    COUNT(false, 3),
    /** A calendar day, {@code 2026-12-31}. */
    DATE(false, 10),
    /** 银行账号, of an organisation: no checksum to rely on. */
    BANK_ACCOUNT_NUMBER(true, 40),
    /** One of the years the product is offered for. */
    YEARS(false, 2),
    /** 单位名称 */
    ORGANISATION_NAME(false, 128),
    /** 统一社会信用代码, GB 32100 */
    CREDIT_CODE(false, 18),
    /** 营业执照注册号 */
    LICENCE_NUMBER(false, 15),
    /** 省、自治区、直辖市 */
    PROVINCE(false, 40),
    /** 市、盟、州 */
    CITY(false, 40),
    /** 区、县、旗 */
    DISTRICT(false, 40),
    /** 通讯地址 */
    ADDRESS(true, 200),
    /** 邮政编码 */
    POSTCODE(false, 6),
    /** 姓名 */
    PERSON_NAME(true, 64),
    /** 居民身份证号码, GB 11643 */
    RESIDENT_IDENTITY_NUMBER(true, 18),
    /** Passport, officer's card, permits: no checksum to rely on. */
    OTHER_DOCUMENT_NUMBER(true, 40),
    /** 手机号码 */
    MOBILE(true, 11),
    /** 固定电话 */
    TELEPHONE(true, 30),
    /** 电子邮箱 */
    EMAIL(true, 120);

    private final boolean personal;
    private final int maxLength;

    FieldType(boolean personal, int maxLength) {
        this.personal = personal;
        this.maxLength = maxLength;
    }

    /** Whether answers are encrypted in their column and shown masked. */
    public boolean personal() {
        return personal;
    }

    /** The longest answer in characters. */
    public int maxLength() {
        return maxLength;
    }
}
