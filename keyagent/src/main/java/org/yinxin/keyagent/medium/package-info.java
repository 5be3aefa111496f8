/**
 * What a key medium does, whatever it is made of: the soft token here, and later SKF (GM/T 0016) and PKCS#11. The words
 * are those of GM/T 0016: a token holds containers, a container one signing pair and one encryption pair.
 */
@NullMarked
package org.yinxin.keyagent.medium;

import org.jspecify.annotations.NullMarked;
