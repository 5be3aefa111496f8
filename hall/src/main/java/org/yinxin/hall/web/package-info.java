/**
 * The edge that all packages share: refusals become problem documents (RFC 9457) or pages, faults become an incident
 * number and nothing else, and every page gets the same layout attributes, language and words.
 *
 * <p>Packages give their words in {@code messages.properties} (Chinese) and {@code messages_en.properties} beside their
 * classes; {@link org.yinxin.hall.web.MessageFiles} finds them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"outcome", "actor"})
package org.yinxin.hall.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
