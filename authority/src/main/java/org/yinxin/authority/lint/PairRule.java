package org.yinxin.authority.lint;

import java.util.Optional;
import org.yinxin.authority.profile.IntendedPair;

/** A rule about the two certificates of a pair together. */
interface PairRule {

    String clause();

    Optional<String> violation(IntendedPair pair);
}
