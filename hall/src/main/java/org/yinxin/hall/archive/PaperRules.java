package org.yinxin.hall.archive;

import java.util.Set;

/**
 * What is asked of one paper.
 *
 * @param maxBytes the largest size taken; one byte more is refused
 * @param formats the formats taken
 */
public record PaperRules(long maxBytes, Set<PaperFormat> formats) {

    public PaperRules {
        if (maxBytes < 1 || formats.isEmpty()) {
            throw new IllegalArgumentException("rules under which no paper could be taken");
        }
        formats = Set.copyOf(formats);
    }
}
