/**
 * The on-line status protocol (OCSP): questions read, answers built and signed. RFC 6960; nonces by RFC 9654.
 *
 * <p>Signing is by the key of the issuing authority itself, whose certificate travels with the answer; the responder is
 * named by its key.
 */
@NullMarked
package org.yinxin.pki.ocsp;

import org.jspecify.annotations.NullMarked;
