package org.yinxin.authority.unit;

import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.key.SigningKey;

/** A unit whose key is at hand. */
public record OpenUnit(SignedCertificate certificate, SigningKey key) {}
