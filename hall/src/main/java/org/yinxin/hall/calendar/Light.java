package org.yinxin.hall.calendar;

/** How a promise stands. */
public enum Light {
    /** 按时 */
    GREEN,
    /** 将到期: less than a quarter of the working time is left. */
    AMBER,
    /** 已超期 */
    RED
}
