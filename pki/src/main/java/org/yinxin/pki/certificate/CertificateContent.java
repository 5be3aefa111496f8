package org.yinxin.pki.certificate;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Everything a version 3 certificate says. Unique identifiers of issuer and subject are left out on purpose
 * (GM/T 0015-2012: an authority should not make them).
 *
 * @param signatureAlgorithm how it will be signed; it is inside the signed part too, so it is known beforehand
 */
public record CertificateContent(
        X500Name issuer,
        SerialNumber serial,
        Validity validity,
        X500Name subject,
        SubjectPublicKeyInfo publicKey,
        AlgorithmIdentifier signatureAlgorithm,
        Extensions extensions) {}
