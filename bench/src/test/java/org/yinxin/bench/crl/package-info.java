@NullMarked
package org.yinxin.bench.crl;

import org.jspecify.annotations.NullMarked;
