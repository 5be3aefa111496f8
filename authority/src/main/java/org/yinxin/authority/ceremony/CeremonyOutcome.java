package org.yinxin.authority.ceremony;

import java.util.List;
import org.yinxin.authority.hierarchy.CertificationAuthority;

/** What came of a ceremony. */
public sealed interface CeremonyOutcome {

    /** These authorities were made, a root before what is below it. */
    record Made(List<CertificationAuthority> authorities) implements CeremonyOutcome {
        public Made {
            authorities = List.copyOf(authorities);
        }
    }

    /** Nothing was made, but perhaps a key file that nobody refers to. */
    record Refused(String sentence) implements CeremonyOutcome {}
}
