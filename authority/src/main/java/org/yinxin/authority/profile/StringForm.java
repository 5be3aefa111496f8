package org.yinxin.authority.profile;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;

/** In which type of ASN.1 a text is written. */
public enum StringForm {
    PRINTABLE_STRING,
    UTF8_STRING;

    /** Whether every character is in the repertoire of the type; the library writes others without a word. */
    public boolean takes(String text) {
        return this == UTF8_STRING || DERPrintableString.isPrintableString(text);
    }

    ASN1Encodable write(String text) {
        return switch (this) {
            case PRINTABLE_STRING -> new DERPrintableString(text);
            case UTF8_STRING -> new DERUTF8String(text);
        };
    }

    /** Whether a value that was read is of this type. */
    public boolean isTypeOf(ASN1Encodable value) {
        return switch (this) {
            case PRINTABLE_STRING -> value instanceof ASN1PrintableString;
            case UTF8_STRING -> value instanceof ASN1UTF8String;
        };
    }
}
