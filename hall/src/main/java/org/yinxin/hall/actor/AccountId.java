package org.yinxin.hall.actor;

import java.util.UUID;

/** The account of one person who acts for subscribers. */
public record AccountId(UUID value) {

    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
