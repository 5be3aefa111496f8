package org.yinxin.hall.delegation;

import org.jspecify.annotations.Nullable;
import org.yinxin.hall.identification.IdentityView;

/**
 * A hand-over with what its reader needs to go on.
 *
 * @param handover the wish
 * @param unitName the unit's name
 * @param legal the legal representative's name and mobile, masked; null when that way is not open
 * @param check how the confirmation stands; null while the legal representative was not asked
 */
public record HandoverView(
        Handover handover, String unitName, @Nullable String legal, @Nullable IdentityView check) {}
