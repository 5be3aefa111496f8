/**
 * Reads profile files: every key is known, every value has its type, and what standards ask of a profile is there. What is
 * wrong is told with file and line, and with what would be right.
 */
@NullMarked
package org.yinxin.authority.profile.reading;

import org.jspecify.annotations.NullMarked;
