/**
 * The certificate management protocol (RFC 9810, and RFC 4210 before it) for registered machines: ir, cr, kur, p10cr, certConf,
 * rr and genm, protected by the machine's secret or by a certificate of its own.
 *
 * <p>What can go wrong is told in the protocol's own messages.
 */
@NullMarked
package org.yinxin.authority.cmp;

import org.jspecify.annotations.NullMarked;
