package org.yinxin.hall.access;

import java.time.Instant;

/**
 * A token as it is handed out, once.
 *
 * @param token the value itself; the hall keeps only its digest
 * @param expiresAt when it ends unless it is used before
 */
public record IssuedToken(String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedToken[expiresAt=" + expiresAt + "]";
    }
}
