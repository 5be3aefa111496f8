package org.yinxin.hall.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.hall.certificate.CertificateView.NamePart;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Sm3;

/** Reads a certificate's own bytes for people. */
final class CertificateReading {

    private static final List<Usage> USAGES =
            List.of(
                    new Usage(KeyUsage.digitalSignature, "digitalSignature"),
                    new Usage(KeyUsage.nonRepudiation, "nonRepudiation"),
                    new Usage(KeyUsage.keyEncipherment, "keyEncipherment"),
                    new Usage(KeyUsage.dataEncipherment, "dataEncipherment"),
                    new Usage(KeyUsage.keyAgreement, "keyAgreement"),
                    new Usage(KeyUsage.keyCertSign, "keyCertSign"),
                    new Usage(KeyUsage.cRLSign, "cRLSign"));

    private record Usage(int bit, String name) {}

    private CertificateReading() {}

    static CertificateView read(
            LedgerEntry entry,
            SerialNumber twin,
            Successions.Neighbours neighbours,
            List<EnabledProject> enabled,
            CertificateStatus status,
            CertificateStanding standing) {
        try {
            TbsCertificate certificate = SignedCertificate.parse(entry.der()).tbs();
            return new CertificateView(
                    entry.serial(),
                    entry.use(),
                    twin,
                    neighbours.predecessor(),
                    neighbours.successor(),
                    entry.caseNumber(),
                    standing,
                    status instanceof CertificateStatus.Revoked revoked ? revoked.at() : null,
                    status instanceof CertificateStatus.Held held ? held.since() : null,
                    parts(certificate.subject()),
                    parts(certificate.issuer()),
                    entry.organisationCode(),
                    certificate.notBefore(),
                    certificate.notAfter(),
                    PublicKeys.algorithmOf(PublicKeys.decode(certificate.publicKey())).name(),
                    certificate
                            .extension(Extension.keyUsage)
                            .map(CertificateReading::usages)
                            .orElse(List.of()),
                    HexFormat.of().formatHex(Sm3.digest(entry.der())),
                    entry.issuedAt(),
                    entry.installedAt(),
                    enabled);
        } catch (MalformedDerException | MalformedKeyException e) {
            throw new IllegalStateException("the ledger holds a broken certificate", e);
        }
    }

    private static List<String> usages(Extension extension) {
        KeyUsage usage = KeyUsage.getInstance(extension.getParsedValue());
        return USAGES.stream().filter(one -> usage.hasUsages(one.bit())).map(Usage::name).toList();
    }

    private static List<NamePart> parts(X500Name name) {
        List<NamePart> parts = new ArrayList<>();
        for (RDN rdn : name.getRDNs()) {
            Arrays.stream(rdn.getTypesAndValues())
                    .forEach(
                            one ->
                                    parts.add(
                                            new NamePart(
                                                    symbol(
                                                            BCStyle.INSTANCE.oidToDisplayName(
                                                                    one.getType()),
                                                            one.getType().getId()),
                                                    IETFUtils.valueToString(one.getValue()))));
        }
        return parts;
    }

    private static String symbol(@Nullable String symbol, String oid) {
        return symbol == null ? oid : symbol;
    }
}
