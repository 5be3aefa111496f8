package org.yinxin.authority.issuance;

import org.yinxin.authority.profile.Intended;

/** A committed intent: what is going to be signed, and for which order. */
record Intent(IntentId id, int attempt, AdmittedOrder order, Intended intended) {}
