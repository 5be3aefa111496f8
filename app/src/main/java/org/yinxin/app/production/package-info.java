/** The settings of a real hall: all there, none a stand-in, or the program does not start. */
@NullMarked
package org.yinxin.app.production;

import org.jspecify.annotations.NullMarked;
