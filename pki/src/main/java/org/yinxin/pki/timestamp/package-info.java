/**
 * Time stamps (RFC 3161): questions read, tokens built and signed. The signing certificate is named by its hash
 * (RFC 5816), made with SM3 where the unit signs with SM2.
 */
@NullMarked
package org.yinxin.pki.timestamp;

import org.jspecify.annotations.NullMarked;
