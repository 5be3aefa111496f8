/**
 * Authorities that are not ours: the doors of {@code Authority} as a client of the certificate management protocol (RFC
 * 9810, and RFC 4210 before it) over HTTP (RFC 9811). The hall does not see which authorities are of this kind.
 *
 * <p>A pair is two transactions of the protocol. Each is on record before its first message is sent, and everything that came
 * back is on record before anything follows from it. What the authority says is believed when the protection of the message
 * proves it, and what it brings is taken when it is what was ordered. {@code docs/operations/outside-authority.md} says what
 * is done when it is slow, dead, mistaken or forged.
 *
 * <p>The protocol cannot be asked what became of a request. A request whose answer is lost may have brought a certificate that
 * we do not know; the journal says so ({@code outside.certificate-may-exist}).
 */
@NullMarked
package org.yinxin.authority.outside;

import org.jspecify.annotations.NullMarked;
