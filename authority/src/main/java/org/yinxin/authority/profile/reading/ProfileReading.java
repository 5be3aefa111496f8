package org.yinxin.authority.profile.reading;

import java.util.List;
import org.yinxin.authority.profile.CertificateProfile;

/** What came of reading a profile file. */
public sealed interface ProfileReading {

    /**
     * It can be used.
     *
     * @param profile with version 0
     */
    record Sound(CertificateProfile profile) implements ProfileReading {}

    /**
     * It cannot.
     *
     * @param faults all that is wrong, in the order of the file
     */
    record Faulty(List<ProfileFault> faults) implements ProfileReading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
