package org.yinxin.authority.responder;

import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.pki.certificate.SignedCertificate;

/**
 * A responder that an authority has certified.
 *
 * @param key its handle among the responders' keys, which are kept apart from those of the authorities
 */
record DelegatedResponder(AuthorityCode authority, SignedCertificate certificate, KeyHandle key) {}
