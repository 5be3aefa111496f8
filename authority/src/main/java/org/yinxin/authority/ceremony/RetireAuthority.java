package org.yinxin.authority.ceremony;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.custodian.CustodianDuty;
import org.yinxin.authority.custodian.TwoCustodians;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.Standing;
import org.yinxin.store.journal.JournalEntry;

/**
 * Lets an authority certify no more, for good. Its lists, the answers about its certificates, and their revocation go on.
 * An order whose intent was committed before is still finished.
 *
 * <p>Refuses: an authority that is unknown, superseded or retired already; a root while an authority below it certifies,
 * as that could not get a new certificate any more; and a reason that is empty or very long.
 */
public final class RetireAuthority {

    private static final int LONGEST_REASON = 200;

    private final CeremonyMeans means;

    public RetireAuthority(CeremonyMeans means) {
        this.means = means;
    }

    /** Answers why not; empty when it was done. */
    public Optional<String> retire(AuthorityCode code, String reason, TwoCustodians by) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            return Optional.of("a reason is told in 1 to %d characters".formatted(LONGEST_REASON));
        }
        return Objects.requireNonNull(
                means.transaction().execute(_ -> retireLocked(code, said, by)));
    }

    private Optional<String> retireLocked(AuthorityCode code, String reason, TwoCustodians by) {
        means.authorities().lockTable();
        Optional<CertificationAuthority> found = means.authorities().find(code);
        if (found.isEmpty()) {
            return Optional.of("there is no authority %s".formatted(code));
        }
        Optional<String> refusal =
                switch (means.authorities().standing(found.get())) {
                    case Standing.Superseded(AuthorityCode newest) ->
                            Optional.of(
                                    "%s certifies no more: %s does in its place; retire that one"
                                            .formatted(code, newest));
                    case Standing.Retired(Instant at, _) ->
                            Optional.of("%s is retired since %s".formatted(code, at));
                    case Standing.Issuing() -> dependants(found.get());
                };
        if (refusal.isEmpty()) {
            Instant now = means.clock().instant();
            means.authorities().retire(code, reason, now);
            means.journal()
                    .record(
                            new JournalEntry(
                                    now,
                                    by.actor(CustodianDuty.AUTHORITIES),
                                    "authority.retired",
                                    "authority:" + code,
                                    Map.of("reason", reason)));
        }
        return refusal;
    }

    private Optional<String> dependants(CertificationAuthority authority) {
        List<CertificationAuthority> below =
                means.authorities().all().stream()
                        .filter(each -> isBelow(each, authority))
                        .filter(
                                each ->
                                        means.authorities().standing(each)
                                                instanceof Standing.Issuing)
                        .toList();
        return below.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s certifies below it: retire that first"
                                .formatted(
                                        below.stream()
                                                .map(each -> each.code().value())
                                                .collect(Collectors.joining(", "))));
    }

    private boolean isBelow(CertificationAuthority one, CertificationAuthority other) {
        AuthorityCode parent = one.parent();
        return parent != null
                && means.authorities().find(parent).orElseThrow().line().equals(other.line());
    }
}
