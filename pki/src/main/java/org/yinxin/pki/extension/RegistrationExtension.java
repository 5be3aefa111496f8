package org.yinxin.pki.extension;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x509.Extension;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.oid.ChineseOids;

/**
 * The four extensions of GM/T 0015-2012, 5.2.4.2.19 to 22, that carry one registration number as PrintableString and
 * are not critical.
 */
public enum RegistrationExtension {
    INSURANCE_NUMBER(ChineseOids.INSURANCE_NUMBER),
    IC_REGISTRATION_NUMBER(ChineseOids.IC_REGISTRATION_NUMBER),
    /** Carries the unified social credit code too, as authorities do in practice. */
    ORGANIZATION_CODE(ChineseOids.ORGANIZATION_CODE),
    TAXATION_NUMBER(ChineseOids.TAXATION_NUMBER);

    private static final int MOST_BYTES = 512;

    @SuppressWarnings("ImmutableEnumChecker") // an object identifier never changes
    private final ASN1ObjectIdentifier oid;

    RegistrationExtension(ASN1ObjectIdentifier oid) {
        this.oid = oid;
    }

    public ASN1ObjectIdentifier oid() {
        return oid;
    }

    /**
     * The extension that carries this number.
     *
     * @throws IllegalArgumentException when the number is blank or not of the repertoire of PrintableString
     */
    public Extension of(String number) {
        byte[] value = Der.encode(new DERPrintableString(PrintableText.require(number)));
        return new Extension(oid, false, value);
    }

    public String parse(Extension extension) throws MalformedDerException {
        if (!extension.getExtnId().equals(oid)) {
            throw new MalformedDerException("another extension");
        }
        String number =
                Der.readStrictly(
                                extension.getExtnValue().getOctets(),
                                MOST_BYTES,
                                RegistrationExtension::printableString)
                        .getString();
        if (number.isBlank() || !DERPrintableString.isPrintableString(number)) {
            throw new MalformedDerException("not a PrintableString");
        }
        return number;
    }

    // ASN1PrintableString.getInstance would also take the octets of a nested encoding; here it is
    // the type or nothing.
    private static ASN1PrintableString printableString(Object value) {
        if (value instanceof ASN1PrintableString text) {
            return text;
        }
        throw new IllegalArgumentException("not a PrintableString");
    }
}
