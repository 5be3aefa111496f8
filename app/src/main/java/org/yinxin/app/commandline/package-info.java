/** What was typed after {@code ./yinxin}, understood or refused in a sentence. */
@NullMarked
package org.yinxin.app.commandline;

import org.jspecify.annotations.NullMarked;
