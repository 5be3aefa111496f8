/**
 * Machines that enrol by themselves, over whatever protocol. What a machine may have is registered beforehand by a person;
 * the machine brings its key and proves that it knows its secret.
 */
@NullMarked
package org.yinxin.authority.machine;

import org.jspecify.annotations.NullMarked;
