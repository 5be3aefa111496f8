package org.yinxin.hall.code;

import java.util.regex.Pattern;

/**
 * Documents by which a person is known. Only the resident identity card has a checksum; the others are taken when
 * they have the form of their kind, because legal representatives from abroad and officers must be able to apply.
 */
public enum DocumentKind {
    /** 居民身份证 */
    RESIDENT_IDENTITY_CARD("[1-9][0-9]{16}[0-9X]"),
    /** 护照, of any country */
    PASSPORT("[A-Z0-9]{5,17}"),
    /** 军官证, 文职干部证, 士官证: words, 字第, a number */
    OFFICER_CARD("\\p{IsHan}{0,8}[A-Z]{0,3}[0-9]{4,12}号?"),
    /** 港澳居民来往内地通行证 */
    HONG_KONG_MACAO_PERMIT("[HM][0-9]{8}([0-9]{2})?"),
    /** 台湾居民来往大陆通行证 */
    TAIWAN_PERMIT("[0-9]{8}([0-9]{2}(\\([A-Z]\\)|[A-Z])?)?"),
    /** 港澳台居民居住证: numbered as identity cards are, regions 81, 82, 83 */
    RESIDENCE_PERMIT("8[123]0000[0-9]{11}[0-9X]"),
    /** 外国人永久居留身份证, of 2017 (15 characters) or of 2023 (18 digits that start with 9) */
    PERMANENT_RESIDENT_CARD("[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]");

    private final Pattern form;

    DocumentKind(String form) {
        this.form = Pattern.compile(form);
    }

    boolean fits(String value) {
        return form.matcher(value).matches()
                && (!isNumberedAsResidents()
                        || ResidentIdentityNumber.check(value).accepted().isPresent());
    }

    private boolean isNumberedAsResidents() {
        return this == RESIDENT_IDENTITY_CARD || this == RESIDENCE_PERMIT;
    }
}
