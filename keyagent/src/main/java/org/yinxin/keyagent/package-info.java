/**
 * The key agent (密钥助手): the small program on the subscriber's computer that stands between a page of the hall and a key
 * medium. Signing keys are made in the medium and stay there; PINs come from the page and go no further than here.
 */
@NullMarked
package org.yinxin.keyagent;

import org.jspecify.annotations.NullMarked;
