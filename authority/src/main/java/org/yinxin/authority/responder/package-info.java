/**
 * Who signs OCSP answers: the authority itself, or a responder that it has certified for a while, so that the status service
 * can run where no authority's key is.
 */
@NullMarked
package org.yinxin.authority.responder;

import org.jspecify.annotations.NullMarked;
