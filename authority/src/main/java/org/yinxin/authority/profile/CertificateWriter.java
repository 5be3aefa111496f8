package org.yinxin.authority.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.name.SubjectName;

/** Writes certificates by their profiles. What is the same in all of one profile and authority is worked out once. */
final class CertificateWriter {

    /** What differs from one certificate of a profile to the next, but for serial and key. */
    record Subject(
            CertificateProfile profile,
            X500Name name,
            List<Extension> identifiers,
            List<String> hostNames,
            Validity validity) {

        static Subject of(
                CertificateProfile profile,
                SubjectName name,
                Identifiers known,
                List<String> hostNames,
                Validity validity) {
            return new Subject(
                    profile,
                    profile.subject().write(name),
                    profile.identifiers().stream()
                            .flatMap(rule -> rule.write(known).stream())
                            .toList(),
                    hostNames,
                    validity);
        }
    }

    private record Key(ProfileReference profile, AuthorityCode authority) {}

    private final PublicAddresses addresses;
    private final Map<Key, Constants> constants = new ConcurrentHashMap<>();

    CertificateWriter(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    TbsCertificate write(
            CertificationAuthority issuer,
            Subject subject,
            CertificateUse use,
            int shard,
            SerialNumber serial,
            SubjectPublicKeyInfo key) {
        Constants constant =
                constants.computeIfAbsent(
                        new Key(subject.profile().reference(), issuer.code()),
                        _ -> new Constants(issuer, subject.profile(), addresses));
        ExtensionList extensions = constant.before(use, shard, key);
        subject.identifiers().forEach(extensions::add);
        constant.after(use, extensions);
        if (!subject.hostNames().isEmpty()) {
            extensions.hostNames(subject.hostNames());
        }
        return TbsCertificate.of(
                new CertificateContent(
                        constant.issuer,
                        serial,
                        subject.validity(),
                        subject.name(),
                        key,
                        constant.algorithm,
                        extensions.toExtensions()));
    }

    /** What one authority writes into every certificate of one profile. */
    private static final class Constants {

        private final CertificationAuthority authority;
        private final X500Name issuer;
        private final AlgorithmIdentifier algorithm;
        private final Extension authorityKey;
        private final Map<CertificateUse, Extension> keyUsages =
                new EnumMap<>(CertificateUse.class);
        private final Map<CertificateUse, Extension> purposes = new EnumMap<>(CertificateUse.class);
        private final @Nullable Extension policies;
        private final @Nullable Extension access;
        private final boolean tellsCrl;
        private final PublicAddresses addresses;
        private final Map<Integer, Extension> lists = new ConcurrentHashMap<>();

        Constants(
                CertificationAuthority authority,
                CertificateProfile profile,
                PublicAddresses addresses) {
            this.authority = authority;
            this.addresses = addresses;
            issuer = authority.name();
            algorithm = authority.signatureAlgorithm();
            authorityKey =
                    only(
                            new ExtensionList().authorityKey(authority.publicKey()),
                            Extension.authorityKeyIdentifier);
            profile.certificates()
                    .forEach(
                            (use, rule) -> {
                                keyUsages.put(
                                        use,
                                        only(
                                                new ExtensionList().keyUsage(rule.bits()),
                                                Extension.keyUsage));
                                if (!rule.purposes().isEmpty()) {
                                    purposes.put(
                                            use,
                                            only(
                                                    new ExtensionList()
                                                            .purposes(
                                                                    rule.purposes(),
                                                                    rule.purposesCritical()),
                                                    Extension.extendedKeyUsage));
                                }
                            });
            List<ASN1ObjectIdentifier> named = profile.policies().of(authority);
            policies =
                    named.isEmpty()
                            ? null
                            : only(
                                    new ExtensionList()
                                            .policies(named, profile.policies().cpsOf(authority)),
                                    Extension.certificatePolicies);
            tellsCrl = profile.addresses().crl();
            String ocsp = profile.addresses().ocsp() ? addresses.ocsp(authority.code()) : null;
            String certificate =
                    profile.addresses().issuer() ? addresses.certificate(authority.code()) : null;
            access =
                    ocsp == null && certificate == null
                            ? null
                            : only(
                                    new ExtensionList().issuerAt(certificate, ocsp),
                                    Extension.authorityInfoAccess);
        }

        /** What stands before the identifiers; the order was always this one. */
        ExtensionList before(CertificateUse use, int shard, SubjectPublicKeyInfo key) {
            ExtensionList extensions =
                    new ExtensionList()
                            .add(authorityKey)
                            .subjectKey(key)
                            .add(Objects.requireNonNull(keyUsages.get(use)));
            if (policies != null) {
                extensions.add(policies);
            }
            if (tellsCrl) {
                extensions.add(lists.computeIfAbsent(shard, this::list));
            }
            if (access != null) {
                extensions.add(access);
            }
            return extensions;
        }

        /** What stands after the identifiers. */
        void after(CertificateUse use, ExtensionList extensions) {
            Extension purpose = purposes.get(use);
            if (purpose != null) {
                extensions.add(purpose);
            }
        }

        private Extension list(int shard) {
            return only(
                    new ExtensionList().crlAt(addresses.crl(authority.code(), shard)),
                    Extension.cRLDistributionPoints);
        }

        private static Extension only(ExtensionList list, ASN1ObjectIdentifier oid) {
            return list.toExtensions().getExtension(oid);
        }
    }
}
