/** One installation on the disk: the data folder, the keys and accounts that its first start makes. */
@NullMarked
package org.yinxin.app.installation;

import org.jspecify.annotations.NullMarked;
