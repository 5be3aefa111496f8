package org.yinxin.authority.hierarchy;

import org.yinxin.authority.AuthorityCode;
import org.yinxin.pki.certificate.SignedCertificate;

/**
 * A certificate of one generation's key by another generation (RFC 9810, 4.4): new with old leads who trusts the old key only
 * to the new one, old with new leads who trusts the new key only to what the old one has certified.
 *
 * @param subject whose key is certified
 * @param issuer who certifies it
 */
public record CrossCertificate(
        AuthorityCode subject, AuthorityCode issuer, SignedCertificate certificate) {}
