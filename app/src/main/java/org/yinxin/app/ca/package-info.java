/** What whoever runs the authorities does from the command line. */
@NullMarked
package org.yinxin.app.ca;

import org.jspecify.annotations.NullMarked;
