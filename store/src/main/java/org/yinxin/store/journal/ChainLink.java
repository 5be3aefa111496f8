package org.yinxin.store.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.yinxin.store.postgres.Schema;

/**
 * Computes the link of one journal row, so that anybody can do it again with any SM3.
 *
 * <p>The link is SM3 over these parts in this order, where {@code text} is its length in UTF-8 bytes as four bytes
 * followed by those bytes, and all numbers are big-endian:
 *
 * <ol>
 *   <li>text {@code yinxin-journal-1}, text name of the schema;
 *   <li>the 32 bytes of the link at the position before, zeros at position 1;
 *   <li>position and id, eight bytes each;
 *   <li>the time in microseconds since 1970-01-01T00:00Z, eight bytes;
 *   <li>text actor, text action, text subject;
 *   <li>the number of details as four bytes, then text key and text value of each, by key in the order of UTF-16.
 * </ol>
 *
 * <p>Every part has its length before it or is of fixed length, so no two different rows have the same encoding.
 */
final class ChainLink {

    static final int LENGTH = 32;

    private final SM3Digest digest = new SM3Digest();

    private ChainLink() {}

    static byte[] beforeTheFirst() {
        return new byte[LENGTH];
    }

    static byte[] of(Schema schema, byte[] previous, long position, long id, JournalEntry entry) {
        ChainLink link = new ChainLink();
        link.text("yinxin-journal-1");
        link.text(schema.name());
        link.bytes(previous);
        link.number(position);
        link.number(id);
        link.number(microseconds(entry.at()));
        link.text(entry.actor());
        link.text(entry.action());
        link.text(entry.subject());
        Map<String, String> details = new TreeMap<>(entry.details());
        link.bytes(ByteBuffer.allocate(4).putInt(details.size()).array());
        details.forEach(
                (key, value) -> {
                    link.text(key);
                    link.text(value);
                });
        byte[] result = new byte[LENGTH];
        link.digest.doFinal(result, 0);
        return result;
    }

    private static long microseconds(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        bytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
        bytes(utf8);
    }

    private void number(long value) {
        bytes(ByteBuffer.allocate(8).putLong(value).array());
    }

    private void bytes(byte[] value) {
        digest.update(value, 0, value.length);
    }
}
