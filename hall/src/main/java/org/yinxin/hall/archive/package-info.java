/**
 * Papers that were handed in (资料档案): judged by their bytes, filed under their SM3 digest, encrypted at rest, and
 * shown as they were received.
 *
 * <p>Papers are pictures or PDF documents. A document is given out as a file, and to look at as pictures of its pages.
 *
 * <p>The same bytes are kept once. Who may see a paper is the business of the package that knows whose it is.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"actor", "outcome", "privacy"})
package org.yinxin.hall.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
