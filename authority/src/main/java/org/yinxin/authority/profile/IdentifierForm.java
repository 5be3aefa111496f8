package org.yinxin.authority.profile;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.Extension;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.extension.IdentifyCode;

/** In which form of ASN.1 an identifier is written. */
public enum IdentifierForm {
    PRINTABLE_STRING,
    UTF8_STRING,
    /** The choice of GM/T 0015-2012, 5.2.4.2.18, with explicit tags. */
    IDENTIFY_CODE;

    private static final int MOST_BYTES = 512;

    /** Whether a text can be written in this form. */
    boolean takes(String text) {
        return !text.isBlank()
                && switch (this) {
                    case PRINTABLE_STRING -> StringForm.PRINTABLE_STRING.takes(text);
                    case UTF8_STRING -> true;
                    case IDENTIFY_CODE -> true; // the document was read as one that can be
                };
    }

    /** The value of the extension. */
    byte[] write(String text, Identifiers identifiers) {
        return switch (this) {
            case PRINTABLE_STRING -> Der.encode(StringForm.PRINTABLE_STRING.write(text));
            case UTF8_STRING -> Der.encode(StringForm.UTF8_STRING.write(text));
            case IDENTIFY_CODE -> {
                IdentifyCode identity = identifiers.identity();
                if (identity == null) {
                    throw new IllegalStateException("a document with a number and without a kind");
                }
                yield identity.toExtension().getExtnValue().getOctets();
            }
        };
    }

    /**
     * The text in an extension.
     *
     * @throws MalformedDerException when the extension is not of this form
     */
    public String read(Extension extension) throws MalformedDerException {
        return switch (this) {
            case PRINTABLE_STRING -> string(extension, StringForm.PRINTABLE_STRING);
            case UTF8_STRING -> string(extension, StringForm.UTF8_STRING);
            case IDENTIFY_CODE -> IdentifyCode.parse(extension).number();
        };
    }

    private static String string(Extension extension, StringForm form)
            throws MalformedDerException {
        ASN1Primitive value =
                Der.readStrictly(
                        extension.getExtnValue().getOctets(),
                        MOST_BYTES,
                        read -> ((ASN1Encodable) read).toASN1Primitive());
        // The type or nothing: the library would also open a nested encoding.
        if (!form.isTypeOf(value) || !(value instanceof ASN1String string)) {
            throw new MalformedDerException("another type");
        }
        String text = string.getString();
        if (text.isBlank() || !form.takes(text)) {
            throw new MalformedDerException("not a text of its type");
        }
        return text;
    }
}
