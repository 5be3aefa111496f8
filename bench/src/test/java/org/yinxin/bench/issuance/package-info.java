@NullMarked
package org.yinxin.bench.issuance;

import org.jspecify.annotations.NullMarked;
