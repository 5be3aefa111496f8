package org.yinxin.custody;

import java.security.PublicKey;
import java.util.UUID;

/** A key pair made ahead; its id is its own and not yet that of an order. */
record PooledKey(UUID id, PublicKey publicKey, WrappedKey wrapped) {}
