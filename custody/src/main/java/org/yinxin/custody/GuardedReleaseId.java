package org.yinxin.custody;

import java.util.UUID;

/** One request for a key that takes two custodians. */
public record GuardedReleaseId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
