/** Which stores hold the keys of the authorities of one installation: files, a PKCS#11 token, an SDF device, or several of them. */
@NullMarked
package org.yinxin.authority.key.selection;

import org.jspecify.annotations.NullMarked;
