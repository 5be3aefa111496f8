package org.yinxin.app.walk;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** What is published about one certificate, found by the addresses that the certificate itself names. */
record Published(X509CertificateHolder certificate, X509CertificateHolder issuer) {

    static X509CertificateHolder certificate(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            if (parser.readObject() instanceof X509CertificateHolder certificate) {
                return certificate;
            }
            throw new StepFailed("instead of a certificate came: " + pem);
        } catch (IOException e) {
            throw new StepFailed("the certificate cannot be read: " + e.getMessage(), e);
        }
    }

    byte[] crl() {
        CRLDistPoint points = CRLDistPoint.fromExtensions(certificate.getExtensions());
        if (points == null) {
            throw new StepFailed("the certificate names no CRL");
        }
        return fetch(
                Arrays.stream(points.getDistributionPoints())
                        .map(DistributionPoint::getDistributionPoint)
                        .filter(Objects::nonNull)
                        .map(point -> GeneralNames.getInstance(point.getName()))
                        .flatMap(names -> Arrays.stream(names.getNames())),
                "CRL");
    }

    byte[] ocspAnswer() {
        AuthorityInformationAccess access =
                AuthorityInformationAccess.fromExtensions(certificate.getExtensions());
        if (access == null) {
            throw new StepFailed("the certificate names no OCSP responder");
        }
        URI responder = first(locations(access, AccessDescription.id_ad_ocsp), "OCSP responder");
        return nobodyAt(responder)
                .post(responder.getPath(), "application/ocsp-request", ocspRequest());
    }

    private static Stream<GeneralName> locations(
            AuthorityInformationAccess access, ASN1ObjectIdentifier method) {
        return Arrays.stream(access.getAccessDescriptions())
                .filter(each -> each.getAccessMethod().equals(method))
                .map(AccessDescription::getAccessLocation);
    }

    private byte[] ocspRequest() {
        try {
            CertificateID id =
                    new CertificateID(
                            new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
                            issuer,
                            certificate.getSerialNumber());
            return new OCSPReqBuilder().addRequest(id).build().getEncoded();
        } catch (OperatorCreationException | OCSPException | IOException e) {
            throw new StepFailed("no OCSP request can be made: " + e.getMessage(), e);
        }
    }

    private byte[] fetch(Stream<GeneralName> names, String what) {
        URI address = first(names, what);
        return nobodyAt(address).bytes(address.getPath());
    }

    private static URI first(Stream<GeneralName> names, String what) {
        return names.filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
                .map(name -> URI.create(name.getName().toString()))
                .findFirst()
                .orElseThrow(() -> new StepFailed("the certificate names no " + what));
    }

    private static Door nobodyAt(URI address) {
        return Door.of(address.getScheme() + "://" + address.getAuthority());
    }
}
