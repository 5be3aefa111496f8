/**
 * The certification authority (CA) as its neighbours see it: order a pair of certificates, find it again, revoke,
 * ask for a status.
 *
 * <p>These types are the only door. What is behind it (profiles, lint, intents, key stores, CRL, OCSP) lives in the
 * packages below and in a database schema of its own. The authority never sees a private key of a subscriber.
 */
@NullMarked
package org.yinxin.authority;

import org.jspecify.annotations.NullMarked;
