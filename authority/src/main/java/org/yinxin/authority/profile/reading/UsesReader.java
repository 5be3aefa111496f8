package org.yinxin.authority.profile.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.yinxin.authority.SubjectKind;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.profile.KeyUsageBit;
import org.yinxin.authority.profile.UseRule;

/** Reads which certificates a profile makes and what each is for. */
final class UsesReader {

    /** GM/T 0015-2012, 5.2.4: what a signing key may be used for. */
    private static final Set<KeyUsageBit> SIGNING =
            EnumSet.of(KeyUsageBit.DIGITAL_SIGNATURE, KeyUsageBit.NON_REPUDIATION);

    /** GM/T 0015-2012, 5.2.4: what an encryption key may be used for. */
    private static final Set<KeyUsageBit> ENCRYPTION =
            EnumSet.of(
                    KeyUsageBit.KEY_ENCIPHERMENT,
                    KeyUsageBit.DATA_ENCIPHERMENT,
                    KeyUsageBit.KEY_AGREEMENT);

    private static final Set<KeyUsageBit> DEVICE = EnumSet.of(KeyUsageBit.DIGITAL_SIGNATURE);

    private UsesReader() {}

    static Map<CertificateUse, UseRule> certificates(Block profile, SubjectKind serves) {
        Map<CertificateUse, UseRule> uses = new EnumMap<>(CertificateUse.class);
        profile.block("certificates")
                .ifPresent(
                        block -> {
                            if (block.has("single")) {
                                if (block.has("signing") || block.has("encryption")) {
                                    block.fault(
                                            "single",
                                            "A profile makes a \"single\" certificate or a pair of"
                                                    + " \"signing\" and \"encryption\", not both.");
                                }
                                CertificateUse use =
                                        serves == SubjectKind.DEVICE
                                                ? CertificateUse.DEVICE
                                                : CertificateUse.SIGNING;
                                single(block, use, uses);
                            } else {
                                pair(block, uses);
                            }
                            block.end();
                        });
        return uses;
    }

    private static void single(Block block, CertificateUse use, Map<CertificateUse, UseRule> uses) {
        block.block("single")
                .ifPresent(
                        single -> uses.put(use, use(single, List.of(DEVICE, SIGNING), "single")));
    }

    private static void pair(Block block, Map<CertificateUse, UseRule> uses) {
        for (String half : List.of("signing", "encryption")) {
            if (!block.has(half)) {
                block.fault(
                        half,
                        ("A pair has \"signing\" and \"encryption\" (GM/T 0015-2012); \"%s\" is"
                                        + " missing. What comes alone is \"single\".")
                                .formatted(half));
            }
        }
        block.optionalBlock("signing")
                .ifPresent(
                        half ->
                                uses.put(
                                        CertificateUse.SIGNING,
                                        use(half, List.of(SIGNING), "signing")));
        block.optionalBlock("encryption")
                .ifPresent(
                        half ->
                                uses.put(
                                        CertificateUse.ENCRYPTION,
                                        use(half, List.of(ENCRYPTION), "encryption")));
    }

    private static UseRule use(Block block, List<Set<KeyUsageBit>> fitting, String name) {
        Set<KeyUsageBit> usages =
                block.block("keyUsage")
                        .map(usage -> usages(usage, fitting, name))
                        .orElse(fitting.getFirst());
        List<ASN1ObjectIdentifier> purposes = new ArrayList<>();
        boolean critical = false;
        if (block.has("extendedKeyUsage")) {
            critical =
                    block.block("extendedKeyUsage")
                            .map(purpose -> purposes(purpose, usages, purposes))
                            .orElse(false);
        }
        block.end();
        return new UseRule(usages, purposes, critical);
    }

    private static Set<KeyUsageBit> usages(
            Block block, List<Set<KeyUsageBit>> fitting, String name) {
        if (!block.has("critical") || !block.flag("critical", false)) {
            block.fault(
                    "critical",
                    "keyUsage is critical (GM/T 0015-2012, 5.2.4; RFC 5280, 4.2.1.3): write"
                            + " \"critical: true\".");
        }
        Set<KeyUsageBit> usages = EnumSet.noneOf(KeyUsageBit.class);
        for (Block.Item item : block.words("bits")) {
            block.meant(item.text(), item.line(), "bits", ProfileWords.USAGES)
                    .ifPresent(usages::add);
        }
        block.end();
        if (!usages.isEmpty() && !fitting.contains(usages)) {
            block.fault(
                    "bits",
                    "The key usage of the \"%s\" certificate is %s (GM/T 0015-2012, 5.2.4)."
                            .formatted(
                                    name,
                                    fitting.stream()
                                            .map(UsesReader::listed)
                                            .collect(Collectors.joining(", or "))));
            return fitting.getFirst();
        }
        return usages.isEmpty() ? fitting.getFirst() : usages;
    }

    private static String listed(Set<KeyUsageBit> usages) {
        return usages.stream().map(KeyUsageBit::word).collect(Collectors.joining(", ", "[", "]"));
    }

    private static boolean purposes(
            Block block, Set<KeyUsageBit> usages, List<ASN1ObjectIdentifier> purposes) {
        boolean critical = block.flag("critical", false);
        for (Block.Item item : block.words("purposes")) {
            Oids.read(block, item, ProfileWords.PURPOSES)
                    .filter(oid -> fits(block, item, oid, usages, critical))
                    .ifPresent(
                            oid -> {
                                if (purposes.contains(oid)) {
                                    block.fault(item.line(), item.text() + " is listed twice.");
                                } else {
                                    purposes.add(oid);
                                }
                            });
        }
        block.end();
        return critical;
    }

    private static boolean fits(
            Block block,
            Block.Item item,
            ASN1ObjectIdentifier oid,
            Set<KeyUsageBit> usages,
            boolean critical) {
        KeyPurposeId purpose = KeyPurposeId.getInstance(oid);
        if (purpose.equals(KeyPurposeId.id_kp_timeStamping)
                || purpose.equals(KeyPurposeId.id_kp_OCSPSigning)) {
            block.fault(
                    item.line(),
                    item.text()
                            + " is for units of the authority and never for a subscriber; take it"
                            + " away.");
            return false;
        }
        if (purpose.equals(KeyPurposeId.anyExtendedKeyUsage) && critical) {
            block.fault(
                    item.line(),
                    "An extendedKeyUsage that allows any purpose is not critical (RFC 5280,"
                            + " 4.2.1.12).");
            return false;
        }
        boolean signs =
                purpose.equals(KeyPurposeId.id_kp_codeSigning)
                        || purpose.equals(KeyPurposeId.id_kp_clientAuth);
        if (signs
                && !usages.contains(KeyUsageBit.DIGITAL_SIGNATURE)
                && !(purpose.equals(KeyPurposeId.id_kp_clientAuth)
                        && usages.contains(KeyUsageBit.KEY_AGREEMENT))) {
            block.fault(
                    item.line(),
                    item.text()
                            + " wants a key that makes digital signatures (RFC 5280, 4.2.1.12).");
            return false;
        }
        return true;
    }
}
