/**
 * The ports to the sources that know people, organisations and accounts, and their adapters over HTTP. Nothing here is
 * called inside a transaction; every call may be repeated under the same key.
 */
@NullMarked
package org.yinxin.hall.identification.source;

import org.jspecify.annotations.NullMarked;
