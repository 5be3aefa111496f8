/** The register of everything that was ever signed: certificates, and the status of each serial number. */
@NullMarked
package org.yinxin.authority.register;

import org.jspecify.annotations.NullMarked;
