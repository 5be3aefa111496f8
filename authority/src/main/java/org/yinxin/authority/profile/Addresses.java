package org.yinxin.authority.profile;

/**
 * Which addresses certificates tell.
 *
 * @param crl the revocation list (RFC 5280, 4.2.1.13)
 * @param ocsp the status service (RFC 5280, 4.2.2.1)
 * @param issuer the certificate of the issuer (RFC 5280, 4.2.2.1)
 */
public record Addresses(boolean crl, boolean ocsp, boolean issuer) {}
