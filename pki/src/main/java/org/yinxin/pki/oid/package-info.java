/** Object identifiers of the Chinese algorithms and certificate extensions, each with the standard that assigns it. */
@NullMarked
package org.yinxin.pki.oid;

import org.jspecify.annotations.NullMarked;
