package org.yinxin.authority;

import java.util.UUID;

/** Names one request to change a status: whoever asks again with the same one gets the same answer. */
public record StatusChangeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
