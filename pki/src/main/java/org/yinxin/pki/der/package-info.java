/** Reading DER from strangers: bounded, whole, and with one exception for everything that can be wrong with it. */
@NullMarked
package org.yinxin.pki.der;

import org.jspecify.annotations.NullMarked;
