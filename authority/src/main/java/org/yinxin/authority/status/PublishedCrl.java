package org.yinxin.authority.status;

import java.time.Instant;

/**
 * A CRL as it is handed out.
 *
 * @param revocations how far the authority's counter of revocations had come when its entries were read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PublishedCrl(
        long number, Instant thisUpdate, Instant nextUpdate, long revocations, byte[] encoded) {}
