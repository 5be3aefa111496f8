package org.yinxin.hall.catalogue;

/** What can be done to a certificate's status. */
public enum Deed {
    /** 吊销 */
    REVOKE,
    /** 替换: revoked because a successor has taken its place. */
    SUPERSEDE,
    /** 挂起 */
    HOLD,
    /** 解挂 */
    RESUME
}
