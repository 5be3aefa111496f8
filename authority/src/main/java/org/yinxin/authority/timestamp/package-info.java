/**
 * Time stamps for everybody (RFC 3161): each authority that serves subscribers certifies a unit which signs them, and each
 * stamp is on record before it is signed.
 */
@NullMarked
package org.yinxin.authority.timestamp;

import org.jspecify.annotations.NullMarked;
