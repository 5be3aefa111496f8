package org.yinxin.hall.identification;

import java.util.List;
import org.yinxin.hall.catalogue.IdentityMethod;

/**
 * What the plan asks for.
 *
 * @param methods any one of which suffices
 * @param soft whether somebody whom a source does not know passes all the same, with evidence that says so
 * @param attempts how often a source may say no, or a code be wrong
 */
public record IdentityRules(List<IdentityMethod> methods, boolean soft, int attempts) {

    public IdentityRules {
        methods = List.copyOf(methods);
    }
}
