/**
 * PDF files. They are read, and their pages are drawn, by a process of its own with little memory and little time: a
 * file of a few kilobytes can be written so that its reader fills the memory or never comes to an end, and no thread
 * can be stopped from outside.
 */
@NullMarked
package org.yinxin.hall.archive.pdf;

import org.jspecify.annotations.NullMarked;
