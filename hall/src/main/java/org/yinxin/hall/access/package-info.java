/**
 * Who gets in: tokens of people who signed in, the table of which page and which call is for whom, and how often
 * something may be tried. An API bearer token and the cookie of the pages are one and the same opaque random value, of
 * which only the SM3 digest is stored; there is no HTTP session.
 *
 * <p>{@code account} and {@code operator} prove who somebody is and then ask here for a token.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"actor", "audit", "outcome", "privacy", "web"})
package org.yinxin.hall.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
