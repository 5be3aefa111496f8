/**
 * Units: keys that an authority certifies to sign one kind of message in its name, and rolls over. The key of the authority
 * itself signs certificates, lists and statuses only.
 */
@NullMarked
package org.yinxin.authority.unit;

import org.jspecify.annotations.NullMarked;
