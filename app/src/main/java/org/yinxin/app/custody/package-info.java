/** What custodians of keys do from the command line: they find a key, and two of them let it out. */
@NullMarked
package org.yinxin.app.custody;

import org.jspecify.annotations.NullMarked;
