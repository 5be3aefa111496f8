package org.yinxin.hall.actor;

/** What a signed-in person may do. A role never implies another; separation of duties is checked person by person too. */
public enum Role {
    /** 订户 */
    SUBSCRIBER,
    /** 受理员 */
    ENTRY_OFFICER,
    /** 审核员 */
    APPROVING_OFFICER,
    /** 制证员 */
    PRODUCER,
    /** 财务 */
    FINANCE,
    /** 审计员 */
    AUDITOR,
    /** 管理员 */
    ADMINISTRATOR
}
