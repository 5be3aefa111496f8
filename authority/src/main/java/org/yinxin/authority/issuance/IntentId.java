package org.yinxin.authority.issuance;

import java.util.UUID;

/** One attempt to issue the pair of an order. */
record IntentId(UUID value) {}
