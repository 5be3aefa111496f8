package org.yinxin.hall.review;

/** What the entry officer found when comparing one item with the papers. */
public enum Verdict {
    /** 相符 */
    OK,
    /** 存疑 */
    DOUBT
}
