package org.yinxin.authority.profile;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/**
 * One extension that identifies the subject; never critical.
 *
 * @param oid under which identifier it stands
 * @param source from which value of the order it comes
 */
public record IdentifierRule(
        ASN1ObjectIdentifier oid, IdentifierSource source, IdentifierForm form, Writing writing) {

    /** When it is written. */
    public enum Writing {
        /** And an order without the value is refused. */
        ALWAYS,
        WHEN_KNOWN,
        /** A value in the order is left out. */
        NEVER
    }

    /** Why it cannot be written, in a sentence without the value; empty when it can, or need not be. */
    Optional<String> objection(Identifiers identifiers) {
        if (writing == Writing.NEVER) {
            return Optional.empty();
        }
        Optional<String> text = source.text(identifiers);
        if (text.isEmpty()) {
            return writing == Writing.ALWAYS
                    ? Optional.of("wants %s, which the order lacks".formatted(words()))
                    : Optional.empty();
        }
        return form.takes(text.get())
                ? Optional.empty()
                : Optional.of("cannot write %s as %s".formatted(words(), form));
    }

    /** The extension; empty when there is none. */
    Optional<Extension> write(Identifiers identifiers) {
        return writing == Writing.NEVER
                ? Optional.empty()
                : source.text(identifiers)
                        .map(text -> new Extension(oid, false, form.write(text, identifiers)));
    }

    private String words() {
        return switch (source) {
            case ORGANISATION_CODE -> "an organisation code";
            case IDENTITY -> "the identity document of the person";
            case RESIDENT_CARD -> "the number of a resident identity card";
            case MILITARY_OFFICER_CARD -> "the number of an officer's card";
            case PASSPORT -> "the number of a passport";
        };
    }
}
