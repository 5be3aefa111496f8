package org.yinxin.authority.crl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.RevocationReason;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.crl.CrlEntry;
import org.yinxin.pki.crl.SignedCrl;

/** The list of changes, in a life of an authority whose full lists are made once. */
class DeltaCrlTest {

    @TempDir private static Path folder;
    private static AuthorityBench bench;

    @BeforeAll
    static void open() {
        bench = new AuthorityBench(folder);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static PublishedCrl full() {
        return bench.publishCrl().current(CrlSeries.full(bench.code())).orElseThrow();
    }

    private static PublishedCrl delta() {
        return bench.publishCrl().current(CrlSeries.delta(bench.code())).orElseThrow();
    }

    private static SignedCrl parsed(CrlSeries series) throws Exception {
        return SignedCrl.parse(bench.crl(series));
    }

    private static Map<SerialNumber, Integer> changes() throws Exception {
        return parsed(CrlSeries.delta(bench.code())).entries().stream()
                .collect(Collectors.toMap(CrlEntry::serial, CrlEntry::reason));
    }

    /** A pair that went through these deeds; answers the serial of its signing half. */
    private static SerialNumber pair(PairDeed... deeds) {
        PairOrder order = bench.order();
        SerialNumber serial = bench.issue(order).signSerial();
        for (PairDeed deed : deeds) {
            bench.change(order.id(), deed);
        }
        return serial;
    }

    @Test
    void tells_what_changed_since_the_oldest_full_list_that_stands() throws Exception {
        bench.clock.move(Duration.ofDays(2)); // what others made has run out
        PairDeed hold = new PairDeed.Hold();
        PairDeed resume = new PairDeed.Resume();
        PairDeed revoke = new PairDeed.Revoke(RevocationReason.SUPERSEDED);
        SerialNumber untouched = pair(hold);
        PairOrder order = bench.order();
        SerialNumber resumed = bench.issue(order).signSerial();
        bench.change(order.id(), hold);
        PublishedCrl base = full();
        assertThat(changes()).isEmpty();
        bench.change(order.id(), resume);
        SerialNumber revoked = pair(revoke);
        SerialNumber held = pair(hold);
        SerialNumber inBetween = pair(hold, resume);
        // A later full list does not cut off those who hold the one before.
        assertThat(full().number()).isGreaterThan(base.number());
        assertThat(parsed(CrlSeries.delta(bench.code())).base())
                .contains(BigInteger.valueOf(base.number()));
        assertThat(changes())
                .containsEntry(revoked, RevocationReason.SUPERSEDED.code())
                .containsEntry(held, 6)
                .containsEntry(resumed, CrlEntry.REMOVE_FROM_CRL)
                .containsEntry(inBetween, CrlEntry.REMOVE_FROM_CRL)
                .doesNotContainKey(untouched)
                .hasSize(8); // both halves of each
        // With the base it says what the full list says.
        Map<SerialNumber, Integer> said =
                parsed(CrlSeries.full(bench.code())).entries().stream()
                        .collect(Collectors.toMap(CrlEntry::serial, CrlEntry::reason));
        assertThat(said).containsKeys(untouched, revoked, held).doesNotContainKeys(resumed);
    }

    @Test
    void counts_from_a_later_full_list_when_the_base_has_run_out() {
        PublishedCrl base = full();
        bench.clock.move(Duration.ofHours(13));
        PublishedCrl later = full();
        assertThat(later.number()).isGreaterThan(base.number());
        bench.clock.move(Duration.ofHours(12));
        assertThat(delta().base()).isEqualTo(later.number());
    }

    @Test
    void is_made_again_when_half_of_its_time_is_over_or_something_has_changed() {
        PublishedCrl first = delta();
        assertThat(delta()).isEqualTo(first);
        assertThat(Duration.between(first.thisUpdate(), first.nextUpdate()))
                .isEqualTo(Duration.ofHours(1));
        pair(new PairDeed.Hold());
        PublishedCrl second = delta();
        assertThat(second.number()).isGreaterThan(first.number());
        bench.clock.move(Duration.ofMinutes(31));
        assertThat(delta().number()).isGreaterThan(second.number());
    }

    @Test
    void makes_the_full_list_first_where_there_is_none() {
        try (AuthorityBench fresh = new AuthorityBench(folder.resolve("fresh"))) {
            PublishCrl crls = fresh.publishCrl();
            PublishedCrl delta = crls.current(CrlSeries.delta(fresh.code())).orElseThrow();
            assertThat(crls.current(fresh.code()).orElseThrow().number()).isEqualTo(delta.base());
        }
    }
}
