/**
 * The rules that intended certificates are held to before anything is signed: one class for each rule, with the
 * clause that it serves. Rules look at the bytes that are to be signed and at nothing that made them.
 */
@NullMarked
package org.yinxin.authority.lint;

import org.jspecify.annotations.NullMarked;
