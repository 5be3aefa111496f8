package org.yinxin.authority.profile;

import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.yinxin.pki.name.SubjectName;

/** The attributes of a subject, in the order of GM/T 0015-2012, appendix B, which writes S for ST. */
public enum NameAttribute {
    C(BCStyle.C, 2),
    ST(BCStyle.ST, 128),
    L(BCStyle.L, 128),
    O(BCStyle.O, 64),
    OU(BCStyle.OU, 64),
    CN(BCStyle.CN, 64);

    @SuppressWarnings("ImmutableEnumChecker") // an object identifier never changes
    private final ASN1ObjectIdentifier oid;

    private final int bound;

    NameAttribute(ASN1ObjectIdentifier oid, int bound) {
        this.oid = oid;
        this.bound = bound;
    }

    public ASN1ObjectIdentifier oid() {
        return oid;
    }

    /** The upper bound of RFC 5280, appendix A.1, in characters. */
    public int bound() {
        return bound;
    }

    List<String> of(SubjectName name) {
        return switch (this) {
            case C -> List.of(name.country());
            case ST -> Stream.ofNullable(name.province()).toList();
            case L -> Stream.ofNullable(name.locality()).toList();
            case O -> List.of(name.organisation());
            case OU -> name.organisationalUnits();
            case CN -> List.of(name.commonName());
        };
    }
}
