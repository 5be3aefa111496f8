package org.yinxin.authority.profile;

/** Whether something may or must be there. */
public enum Presence {
    REQUIRED,
    ALLOWED,
    FORBIDDEN
}
