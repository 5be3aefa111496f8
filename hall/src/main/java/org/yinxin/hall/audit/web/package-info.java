/** Pages and calls of the auditor. */
@NullMarked
package org.yinxin.hall.audit.web;

import org.jspecify.annotations.NullMarked;
