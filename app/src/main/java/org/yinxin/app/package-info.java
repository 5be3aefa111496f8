/**
 * The program: it reads the command line, puts the parts together, starts and ends them in the right order. The only
 * room that knows all others; it decides nothing about their business.
 */
@NullMarked
package org.yinxin.app;

import org.jspecify.annotations.NullMarked;
