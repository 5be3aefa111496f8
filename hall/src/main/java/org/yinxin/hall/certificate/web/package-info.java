/** Certificates in pages and in the open API. */
@NullMarked
package org.yinxin.hall.certificate.web;

import org.jspecify.annotations.NullMarked;
