package org.yinxin.authority.profile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.extension.IdentifyCode;

/** From which value of an order an identifier comes. */
public enum IdentifierSource {
    ORGANISATION_CODE,
    /** The identity document of a person, whichever it is, together with its kind. */
    IDENTITY,
    /** The number of the document, if it is 居民身份证. */
    RESIDENT_CARD,
    /** The number of the document, if it is 军官证. */
    MILITARY_OFFICER_CARD,
    /** The number of the document, if it is 护照. */
    PASSPORT;

    /** Whether it is about a person. */
    public boolean isPersonal() {
        return this != ORGANISATION_CODE;
    }

    Optional<String> text(Identifiers identifiers) {
        IdentifyCode identity = identifiers.identity();
        return switch (this) {
            case ORGANISATION_CODE -> Optional.ofNullable(identifiers.organisationCode());
            case IDENTITY -> Optional.ofNullable(identity).map(IdentifyCode::number);
            case RESIDENT_CARD -> number(identity instanceof IdentifyCode.ResidentCard, identity);
            case MILITARY_OFFICER_CARD ->
                    number(identity instanceof IdentifyCode.MilitaryOfficerCard, identity);
            case PASSPORT -> number(identity instanceof IdentifyCode.Passport, identity);
        };
    }

    private static Optional<String> number(boolean fits, @Nullable IdentifyCode identity) {
        return fits ? Optional.ofNullable(identity).map(IdentifyCode::number) : Optional.empty();
    }
}
