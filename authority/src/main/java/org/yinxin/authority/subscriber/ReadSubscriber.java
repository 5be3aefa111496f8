package org.yinxin.authority.subscriber;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.IdentifierForm;
import org.yinxin.authority.profile.IdentifierRule;
import org.yinxin.authority.profile.IdentifierSource;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.extension.IdentifyCode;
import org.yinxin.pki.extension.RegistrationExtension;
import org.yinxin.pki.oid.ChineseOids;

/** Reads out of a certificate whom it names. An identifier that cannot be read is none. */
final class ReadSubscriber {

    private final TbsCertificate certificate;
    private final Set<IdentifyCode> documents = new HashSet<>();
    private @Nullable String organisationCode;

    private ReadSubscriber(TbsCertificate certificate) {
        this.certificate = certificate;
    }

    /**
     * Reads it.
     *
     * @param profile what it was made under; without one, identifiers are looked for where GM/T 0015-2012 has them
     */
    static CertifiedSubscriber of(
            TbsCertificate certificate, Optional<CertificateProfile> profile) {
        ReadSubscriber reading = new ReadSubscriber(certificate);
        profile.ifPresentOrElse(
                known -> known.identifiers().forEach(reading::byRule), reading::byStandard);
        return new CertifiedSubscriber(
                profile.map(CertificateProfile::serves).orElse(null),
                certificate.subject(),
                attributes(certificate.subject()),
                reading.organisationCode,
                reading.documents);
    }

    private void byRule(IdentifierRule rule) {
        certificate
                .extension(rule.oid())
                .ifPresent(extension -> read(rule.source(), rule.form(), extension));
    }

    private void byStandard() {
        certificate
                .extension(RegistrationExtension.ORGANIZATION_CODE.oid())
                .ifPresent(
                        extension ->
                                read(
                                        IdentifierSource.ORGANISATION_CODE,
                                        IdentifierForm.PRINTABLE_STRING,
                                        extension));
        certificate
                .extension(ChineseOids.IDENTIFY_CODE)
                .ifPresent(
                        extension ->
                                read(
                                        IdentifierSource.IDENTITY,
                                        IdentifierForm.IDENTIFY_CODE,
                                        extension));
    }

    private void read(IdentifierSource source, IdentifierForm form, Extension extension) {
        try {
            String text = form.read(extension);
            switch (source) {
                // Of several extensions that carry it, the first one counts.
                case ORGANISATION_CODE ->
                        organisationCode = organisationCode == null ? text : organisationCode;
                case IDENTITY -> documents.add(IdentifyCode.parse(extension));
                case RESIDENT_CARD -> documents.add(new IdentifyCode.ResidentCard(text));
                case MILITARY_OFFICER_CARD ->
                        documents.add(new IdentifyCode.MilitaryOfficerCard(text));
                case PASSPORT -> documents.add(new IdentifyCode.Passport(text));
            }
        } catch (MalformedDerException | IllegalArgumentException e) {
            // What cannot be read proves nothing, and the subjects are compared instead.
            return;
        }
    }

    private static List<String> attributes(X500Name name) {
        List<String> attributes = new ArrayList<>();
        for (RDN rdn : name.getRDNs()) {
            for (AttributeTypeAndValue each : rdn.getTypesAndValues()) {
                String text =
                        each.getValue() instanceof ASN1String string
                                ? string.getString()
                                : IETFUtils.valueToString(each.getValue());
                attributes.add(each.getType().getId() + "=" + text);
            }
        }
        return attributes;
    }
}
