package org.yinxin.authority.unit;

import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.pki.certificate.SignedCertificate;

/** A unit that an authority has certified; its key is kept with the authorities'. */
record CertifiedUnit(
        AuthorityCode authority, UnitTask task, SignedCertificate certificate, KeyHandle key) {}
