/**
 * What only a demonstration has: stand-ins of the outside services in the same process, and pages to see what they
 * were given. Nothing of this package is loaded with {@code --production}.
 */
@NullMarked
package org.yinxin.app.demonstration;

import org.jspecify.annotations.NullMarked;
