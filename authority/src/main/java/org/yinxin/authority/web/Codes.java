package org.yinxin.authority.web;

import java.util.Optional;
import org.yinxin.authority.AuthorityCode;

/** Reads authority codes out of addresses, where anything may stand. */
final class Codes {

    private Codes() {}

    static Optional<AuthorityCode> read(String text) {
        try {
            return Optional.of(new AuthorityCode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
