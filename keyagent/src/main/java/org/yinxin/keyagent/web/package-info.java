/**
 * The agent's doors for web pages: JSON over HTTP on the loopback address, for pages of the allowed halls only. Answers
 * to refusals are sentences in the language that the browser asks for.
 */
@NullMarked
package org.yinxin.keyagent.web;

import org.jspecify.annotations.NullMarked;
