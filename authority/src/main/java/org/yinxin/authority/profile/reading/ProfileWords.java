package org.yinxin.authority.profile.reading;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.yinxin.authority.SubjectKind;
import org.yinxin.authority.profile.IdentifierForm;
import org.yinxin.authority.profile.IdentifierRule.Writing;
import org.yinxin.authority.profile.IdentifierSource;
import org.yinxin.authority.profile.KeyUsageBit;
import org.yinxin.authority.profile.NameAttribute;
import org.yinxin.authority.profile.Presence;
import org.yinxin.authority.profile.StringForm;
import org.yinxin.pki.oid.ChineseOids;

/** The words of profile files and what they mean. */
public final class ProfileWords {

    static final Map<String, SubjectKind> KINDS = hyphenated(SubjectKind.values());
    static final Map<String, Presence> PRESENCES = hyphenated(Presence.values());
    static final Map<String, StringForm> STRINGS = hyphenated(StringForm.values());
    static final Map<String, IdentifierSource> SOURCES = hyphenated(IdentifierSource.values());
    static final Map<String, IdentifierForm> FORMS = hyphenated(IdentifierForm.values());
    static final Map<String, Writing> WRITINGS = hyphenated(Writing.values());
    static final Map<String, NameAttribute> ATTRIBUTES =
            by(NameAttribute::name, NameAttribute.values());
    static final Map<String, KeyUsageBit> USAGES = by(KeyUsageBit::word, KeyUsageBit.values());

    /** RFC 5280, 4.2.1.12, but for those that the authority's own units have; RFC 9336. */
    static final Map<String, ASN1ObjectIdentifier> PURPOSES =
            Map.of(
                    "serverAuth", KeyPurposeId.id_kp_serverAuth.toOID(),
                    "clientAuth", KeyPurposeId.id_kp_clientAuth.toOID(),
                    "codeSigning", KeyPurposeId.id_kp_codeSigning.toOID(),
                    "emailProtection", KeyPurposeId.id_kp_emailProtection.toOID(),
                    "documentSigning", new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));

    /** GM/T 0015-2012, 5.2.4.2.18 to 22. */
    static final Map<String, ASN1ObjectIdentifier> IDENTIFIERS =
            Map.of(
                    "identifyCode", ChineseOids.IDENTIFY_CODE,
                    "insuranceNumber", ChineseOids.INSURANCE_NUMBER,
                    "icRegistrationNumber", ChineseOids.IC_REGISTRATION_NUMBER,
                    "organizationCode", ChineseOids.ORGANIZATION_CODE,
                    "taxationNumber", ChineseOids.TAXATION_NUMBER);

    private ProfileWords() {}

    /** A value as it is written in files. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for an object identifier, or its numbers. */
    public static String of(ASN1ObjectIdentifier oid) {
        return wordOf(oid, PURPOSES).or(() -> wordOf(oid, IDENTIFIERS)).orElseGet(oid::getId);
    }

    private static Optional<String> wordOf(
            ASN1ObjectIdentifier oid, Map<String, ASN1ObjectIdentifier> words) {
        return words.entrySet().stream()
                .filter(word -> word.getValue().equals(oid))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static <T extends Enum<T>> Map<String, T> hyphenated(T[] values) {
        return by(ProfileWords::of, values);
    }

    private static <T> Map<String, T> by(Function<T, String> word, T[] values) {
        Map<String, T> words = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> words.put(word.apply(value), value));
        return words;
    }
}
