package org.yinxin.authority.profile;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * Writes certificates that come alone, for keys that never need to be recovered: they sign, or prove who a device is, and
 * nothing is encrypted to them.
 */
public final class SingleWriter {

    private final CertificateWriter writer;

    public SingleWriter(PublicAddresses addresses) {
        this.writer = new CertificateWriter(addresses);
    }

    /**
     * The bytes that are to be signed.
     *
     * @param shard which of the authority's revocation lists it is in; 0 for the list of all
     */
    public IntendedSingle intend(
            CertificationAuthority issuer, SingleSubject subject, int shard, SerialNumber serial) {
        CertificateUse use =
                switch (subject.kind()) {
                    case DEVICE -> CertificateUse.DEVICE;
                    case ORGANISATION -> CertificateUse.SIGNING;
                };
        return new IntendedSingle(
                subject.profile(),
                use,
                writer.write(
                        issuer,
                        CertificateWriter.Subject.of(
                                subject.profile(),
                                subject.name(),
                                subject.identifiers(),
                                subject.hostNames(),
                                subject.validity()),
                        use,
                        shard,
                        serial,
                        SubjectPublicKeyInfo.getInstance(subject.key().getEncoded())));
    }
}
