@NullMarked
package org.yinxin.pki;

import org.jspecify.annotations.NullMarked;
