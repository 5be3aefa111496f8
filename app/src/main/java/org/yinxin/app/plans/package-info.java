/** Tools for those who write service plans: check, list, draw and compare. They start nothing and release nothing. */
@NullMarked
package org.yinxin.app.plans;

import org.jspecify.annotations.NullMarked;
