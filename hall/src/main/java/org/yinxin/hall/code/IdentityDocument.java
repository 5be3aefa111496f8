package org.yinxin.hall.code;

import java.time.LocalDate;
import java.util.Locale;
import org.yinxin.hall.privacy.Masked;

/**
 * A paper that proves who somebody is, by its kind and number. Its text form is masked.
 *
 * @param kind which document
 * @param value its number
 */
public record IdentityDocument(DocumentKind kind, String value) implements Code {

    public IdentityDocument {
        if (!kind.fits(value)) {
            throw new IllegalArgumentException("not the number of a " + kind);
        }
    }

    public static Check<IdentityDocument> check(DocumentKind kind, String typed, LocalDate today) {
        if (kind == DocumentKind.RESIDENT_IDENTITY_CARD) {
            return switch (ResidentIdentityNumber.check(typed, today)) {
                case Check.Bad<ResidentIdentityNumber>(String key) -> new Check.Bad<>(key);
                case Check.Doubtful<ResidentIdentityNumber>(
                                ResidentIdentityNumber number,
                                String key) ->
                        new Check.Doubtful<>(new IdentityDocument(kind, number.value()), key);
                case Check.Good<ResidentIdentityNumber>(ResidentIdentityNumber number) ->
                        new Check.Good<>(new IdentityDocument(kind, number.value()));
            };
        }
        String value = Typed.bare(typed);
        return kind.fits(value)
                ? new Check.Good<>(new IdentityDocument(kind, value))
                : new Check.Bad<>("code.document." + kind.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return kind + " " + Masked.bankAccount(value);
    }
}
