package org.yinxin.hall.application;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.code.Check;
import org.yinxin.hall.code.Code;
import org.yinxin.hall.code.EmailAddress;
import org.yinxin.hall.code.LicenceNumber;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.code.PostalCode;
import org.yinxin.hall.code.ResidentIdentityNumber;
import org.yinxin.hall.code.TelephoneNumber;
import org.yinxin.hall.code.UnifiedSocialCreditCode;

/** Checks one answer by the type of its field. */
final class FieldChecks {

    /** What may stand in the names of people and organisations, also of other peoples: 阿依古丽·买买提. */
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{Zs}&&[^<>\"\\\\]]+");

    private static final Pattern OTHER_DOCUMENT = Pattern.compile("[\\p{L}\\p{N}()（）/-]{4,40}");

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,3}");
    private static final Pattern BANK_ACCOUNT = Pattern.compile("[0-9A-Z-]{6,40}");

    private FieldChecks() {}

    /** What a check found. */
    sealed interface Finding {

        /**
         * Nothing speaks against it.
         *
         * @param value in its one spelling
         */
        record Good(String value) implements Finding {}

        /**
         * It is taken, and an officer looks at it twice.
         *
         * @param value in its one spelling
         * @param messageKey what to say
         */
        record Doubtful(String value, String messageKey) implements Finding {}

        /**
         * It cannot be right.
         *
         * @param messageKey what to say
         */
        record Bad(String messageKey) implements Finding {}
    }

    static Finding check(FormField field, String typed, LocalDate today) {
        return limited(field, byType(field, typed, today));
    }

    /** An answer is measured in its one spelling: spaces between the digits of a number do not make it longer. */
    private static Finding limited(FormField field, Finding finding) {
        boolean tooLong =
                finding instanceof Finding.Good(String value)
                        && value.codePointCount(0, value.length()) > field.type().maxLength();
        return tooLong ? new Finding.Bad("application.field.too-long") : finding;
    }

    private static Finding byType(FormField field, String typed, LocalDate today) {
        return switch (field.type()) {
            case CREDIT_CODE -> of(UnifiedSocialCreditCode.check(typed));
            case LICENCE_NUMBER -> of(LicenceNumber.check(typed));
            case RESIDENT_IDENTITY_NUMBER -> of(ResidentIdentityNumber.check(typed, today));
            case MOBILE -> of(MobileNumber.check(typed));
            case TELEPHONE -> of(TelephoneNumber.check(typed));
            case EMAIL -> of(EmailAddress.check(typed));
            case POSTCODE -> of(PostalCode.check(typed));
            case CHOICE, SUBJECT_TYPE, PRODUCT ->
                    field.options().stream().anyMatch(option -> option.value().equals(typed))
                            ? new Finding.Good(typed)
                            : new Finding.Bad("application.field.not-offered");
            case YEARS ->
                    typed.matches("[1-9]|10")
                            ? new Finding.Good(typed)
                            : new Finding.Bad("application.field.not-offered");
            case ORGANISATION_NAME, PERSON_NAME, PROVINCE, CITY, DISTRICT ->
                    matched(NAME, typed, "application.field.name");
            case OTHER_DOCUMENT_NUMBER ->
                    matched(OTHER_DOCUMENT, typed, "application.field.document");
            case COUNT -> matched(COUNT, typed, "application.field.count");
            case DATE -> date(typed);
            case BANK_ACCOUNT_NUMBER ->
                    matched(BANK_ACCOUNT, typed.replace(" ", ""), "application.field.bank-account");
            case TEXT, ADDRESS -> new Finding.Good(typed);
        };
    }

    private static Finding date(String typed) {
        try {
            return new Finding.Good(LocalDate.parse(typed).toString());
        } catch (DateTimeParseException noDate) {
            return new Finding.Bad("application.field.date");
        }
    }

    private static Finding matched(Pattern pattern, String typed, String messageKey) {
        return pattern.matcher(typed).matches()
                ? new Finding.Good(typed)
                : new Finding.Bad(messageKey);
    }

    private static <T extends Code> Finding of(Check<T> check) {
        return switch (check) {
            case Check.Good<T>(T code) -> new Finding.Good(code.value());
            case Check.Doubtful<T>(T code, String key) -> new Finding.Doubtful(code.value(), key);
            case Check.Bad<T>(String key) -> new Finding.Bad(key);
        };
    }
}
