package org.yinxin.authority.timestamp;

import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.pki.certificate.SignedCertificate;

/** A time-stamping unit that an authority has certified; its key is kept with the authorities'. */
record CertifiedUnit(AuthorityCode authority, SignedCertificate certificate, KeyHandle key) {}
