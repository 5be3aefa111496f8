package org.yinxin.app.custody;

/**
 * Why the door refuses what the custody leaves to it.
 *
 * @param reason for the journal, a word in capitals
 * @param sentence for who asked: what is wrong and what to do next
 */
record Objection(String reason, String sentence) {}
