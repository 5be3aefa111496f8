/** Names in certificates, in the order and the strings of GM/T 0015-2012, appendix B, within the bounds of RFC 5280, appendix A. */
@NullMarked
package org.yinxin.pki.name;

import org.jspecify.annotations.NullMarked;
