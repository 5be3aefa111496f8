package org.yinxin.hall.application;

import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.privacy.Masked;

/** Shows a personal answer without giving it away. */
final class Masking {

    private Masking() {}

    static String mask(FormField field, String value) {
        return switch (field.type()) {
            case PERSON_NAME -> Masked.name(value);
            case RESIDENT_IDENTITY_NUMBER -> Masked.identityNumber(value);
            case OTHER_DOCUMENT_NUMBER, BANK_ACCOUNT_NUMBER -> Masked.bankAccount(value);
            case MOBILE, TELEPHONE -> Masked.mobile(value);
            case EMAIL -> Masked.email(value);
            case ADDRESS -> address(value);
            case TEXT,
                    CHOICE,
                    SUBJECT_TYPE,
                    PRODUCT,
                    COUNT,
                    DATE,
                    YEARS,
                    ORGANISATION_NAME,
                    CREDIT_CODE,
                    LICENCE_NUMBER,
                    PROVINCE,
                    CITY,
                    DISTRICT,
                    POSTCODE ->
                    value;
        };
    }

    /** The first six characters, which name province and city. */
    private static String address(String value) {
        int length = value.codePointCount(0, value.length());
        int shown = Math.min(6, length / 2);
        return value.substring(0, value.offsetByCodePoints(0, shown)) + "*".repeat(length - shown);
    }
}
