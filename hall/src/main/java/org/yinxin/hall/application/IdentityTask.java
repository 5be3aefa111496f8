package org.yinxin.hall.application;

import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateSettings.Party;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.identification.IdentityView;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Somebody to be identified.
 *
 * @param who the party's name: an organisation's in clear, a person's masked; null where the form does not say
 */
public record IdentityTask(
        CaseNumber number,
        GateCode gate,
        Words title,
        Party party,
        @Nullable String who,
        IdentityView view) {}
