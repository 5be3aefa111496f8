package org.yinxin.authority.profile.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import org.yinxin.authority.profile.reading.ProfileFault;

/** An installation cannot issue because a profile of it is wrong. The message lists every fault with file and line. */
public final class FaultyProfilesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FaultyProfilesException(List<ProfileFault> faults) {
        super(
                faults.stream()
                        .map(ProfileFault::toString)
                        .collect(
                                Collectors.joining(
                                        "\n", "The certificate profiles have faults:\n", "")));
    }

    FaultyProfilesException(String sentence) {
        super(sentence);
    }
}
