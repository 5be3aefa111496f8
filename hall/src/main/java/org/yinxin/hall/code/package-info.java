/**
 * The codes and numbers that people type: each its own record, checked by the rule of its standard.
 *
 * <p>GB 32100 (credit code), GB 11714 (organisation code), GB 11643 (resident identity number), GS 15-2006 (licence
 * number), Luhn (bank card). What is pasted with full-width digits, spaces or in lower case is normalised first. A
 * few credit codes issued in 2015 and 2016 fail their own checksum, so such a failure is a doubt for the reviewer
 * and no refusal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"privacy"})
package org.yinxin.hall.code;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
