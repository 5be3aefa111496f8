package org.yinxin.pki.extension;

import org.bouncycastle.asn1.DERPrintableString;

/** The repertoire of PrintableString, which the library writes without looking at it. */
final class PrintableText {

    private PrintableText() {}

    static String require(String text) {
        if (text.isBlank() || !DERPrintableString.isPrintableString(text)) {
            throw new IllegalArgumentException("the value cannot be written as PrintableString");
        }
        return text;
    }
}
