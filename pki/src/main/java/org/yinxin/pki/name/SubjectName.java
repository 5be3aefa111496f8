package org.yinxin.pki.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;

/**
 * Whom a certificate names.
 *
 * @param country two capital letters (ISO 3166-1)
 * @param province 省份
 * @param locality 地市
 * @param organisation 组织名称
 * @param organisationalUnits 机构名称, the outer ones first
 * @param commonName 用户名称
 */
public record SubjectName(
        String country,
        @Nullable String province,
        @Nullable String locality,
        String organisation,
        List<String> organisationalUnits,
        String commonName) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern UNFIT =
            Pattern.compile("\\p{Cntrl}|\\p{Cs}|\\p{Co}|\\p{Cn}|\\p{Cf}");

    public SubjectName {
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("a country is two capital letters");
        }
        if (province != null) {
            check("province", province, 128);
        }
        if (locality != null) {
            check("locality", locality, 128);
        }
        check("organisation", organisation, 64);
        organisationalUnits = List.copyOf(organisationalUnits);
        organisationalUnits.forEach(unit -> check("organisational unit", unit, 64));
        check("common name", commonName, 64);
    }

    /**
     * Reads a name that has no other parts and no part twice, but for organisational units.
     *
     * @throws IllegalArgumentException when it cannot be the subject of a certificate
     */
    public static SubjectName of(X500Name name) {
        Map<ASN1ObjectIdentifier, List<String>> parts = new HashMap<>();
        for (RDN rdn : name.getRDNs()) {
            if (rdn.isMultiValued()) {
                throw new IllegalArgumentException("a part of the name has several values");
            }
            parts.computeIfAbsent(rdn.getFirst().getType(), _ -> new ArrayList<>())
                    .add(text(rdn.getFirst().getValue()));
        }
        SubjectName read =
                new SubjectName(
                        required(single(parts, BCStyle.C), "country (C)"),
                        single(parts, BCStyle.ST),
                        single(parts, BCStyle.L),
                        required(single(parts, BCStyle.O), "organisation (O)"),
                        Objects.requireNonNullElse(parts.remove(BCStyle.OU), List.of()),
                        required(single(parts, BCStyle.CN), "common name (CN)"));
        if (!parts.isEmpty()) {
            throw new IllegalArgumentException("a name has C, ST, L, O, OU and CN and no others");
        }
        return read;
    }

    private static String text(ASN1Encodable value) {
        return value instanceof ASN1String string
                ? string.getString()
                : IETFUtils.valueToString(value);
    }

    private static @Nullable String single(
            Map<ASN1ObjectIdentifier, List<String>> parts, ASN1ObjectIdentifier type) {
        List<String> values = parts.remove(type);
        if (values != null && values.size() > 1) {
            throw new IllegalArgumentException("a part of the name is given twice");
        }
        return values == null ? null : values.getFirst();
    }

    private static String required(@Nullable String value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("the name lacks its " + what);
        }
        return value;
    }

    private static void check(String what, String text, int most) {
        if (text.isBlank() || !text.equals(text.strip())) {
            throw new IllegalArgumentException("the " + what + " is blank or has blanks around it");
        }
        if (text.codePointCount(0, text.length()) > most) {
            throw new IllegalArgumentException("the " + what + " is over " + most + " characters");
        }
        if (UNFIT.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "the " + what + " contains characters that cannot be read");
        }
    }

    /** C, S, L, O, OU, CN (GM/T 0015-2012, appendix B); the country is a PrintableString (RFC 5280), all others UTF8String. */
    public X500Name toX500Name() {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, country);
        if (province != null) {
            name.addRDN(BCStyle.ST, province);
        }
        if (locality != null) {
            name.addRDN(BCStyle.L, locality);
        }
        name.addRDN(BCStyle.O, organisation);
        organisationalUnits.forEach(unit -> name.addRDN(BCStyle.OU, unit));
        return name.addRDN(BCStyle.CN, commonName).build();
    }
}
