package org.yinxin.pki.extension;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.oid.ChineseOids;

/**
 * 个人身份标识码, the identity of a natural person (GM/T 0015-2012, 5.2.4.2.18):
 * {@code CHOICE { [0] residenterCardNumber PrintableString, [1] militaryOfficerCardNumber UTF8String, [2] passportNumber
 * PrintableString }}, not critical. The tags are explicit: relying programs skip four bytes to find the text.
 */
public sealed interface IdentifyCode {

    int MOST_BYTES = 512;

    String number();

    /** 居民身份证 */
    record ResidentCard(String number) implements IdentifyCode {
        public ResidentCard {
            PrintableText.require(number);
        }
    }

    /** 军官证, whose number begins with a Chinese character. */
    record MilitaryOfficerCard(String number) implements IdentifyCode {
        public MilitaryOfficerCard {
            if (number.isBlank()) {
                throw new IllegalArgumentException("the number is missing");
            }
        }
    }

    /** 护照 */
    record Passport(String number) implements IdentifyCode {
        public Passport {
            PrintableText.require(number);
        }
    }

    default Extension toExtension() {
        ASN1Encodable tagged =
                switch (this) {
                    case ResidentCard(String number) -> tagged(0, new DERPrintableString(number));
                    case MilitaryOfficerCard(String number) -> tagged(1, new DERUTF8String(number));
                    case Passport(String number) -> tagged(2, new DERPrintableString(number));
                };
        return new Extension(ChineseOids.IDENTIFY_CODE, false, Der.encode(tagged));
    }

    static IdentifyCode parse(Extension extension) throws MalformedDerException {
        ASN1TaggedObject tagged =
                Der.readStrictly(
                        extension.getExtnValue().getOctets(),
                        MOST_BYTES,
                        ASN1TaggedObject::getInstance);
        if (tagged.getTagClass() != BERTags.CONTEXT_SPECIFIC || !tagged.isExplicit()) {
            throw new MalformedDerException("the choice is not tagged explicitly");
        }
        return Der.interpret(
                () -> {
                    ASN1Encodable inner = tagged.getExplicitBaseObject();
                    return switch (tagged.getTagNo()) {
                        case 0 ->
                                new ResidentCard(
                                        ASN1PrintableString.getInstance(inner).getString());
                        case 1 ->
                                new MilitaryOfficerCard(
                                        ASN1UTF8String.getInstance(inner).getString());
                        case 2 -> new Passport(ASN1PrintableString.getInstance(inner).getString());
                        default -> throw new MalformedDerException("no such choice");
                    };
                });
    }

    private static DERTaggedObject tagged(int number, ASN1Encodable text) {
        return new DERTaggedObject(true, number, text);
    }
}
