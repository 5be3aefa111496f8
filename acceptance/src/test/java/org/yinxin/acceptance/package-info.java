/** The hall as its users meet it: a program that is started, pages in a real browser, calls over HTTP. */
@NullMarked
package org.yinxin.acceptance;

import org.jspecify.annotations.NullMarked;
