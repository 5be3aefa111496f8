/**
 * Walks one application from sign-in to the certificates as a stranger would: over the public HTTP interfaces of the
 * hall and of the key agent, and nothing else.
 */
@NullMarked
package org.yinxin.app.walk;

import org.jspecify.annotations.NullMarked;
