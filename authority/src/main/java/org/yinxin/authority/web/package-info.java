/**
 * What the public fetches over HTTP without signing in: CRLs, statuses, certificates of authorities. RFC 2585; RFC 6960,
 * appendix A; RFC 5019.
 */
@NullMarked
package org.yinxin.authority.web;

import org.jspecify.annotations.NullMarked;
