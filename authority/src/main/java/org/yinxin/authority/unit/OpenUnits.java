package org.yinxin.authority.unit;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyStoreUnavailableException;

/** Finds who signs for an authority now. */
public final class OpenUnits {

    private static final Logger LOG = LoggerFactory.getLogger(OpenUnits.class);

    private final CertifiedUnits units;
    private final AuthorityKeys keys;
    private final Clock clock;

    public OpenUnits(CertifiedUnits units, AuthorityKeys keys, Clock clock) {
        this.units = units;
        this.keys = keys;
        this.clock = clock;
    }

    /** The newest unit; empty when none is certified yet, or its key is away, which is logged. */
    public Optional<OpenUnit> find(CertificationAuthority authority, UnitTask task) {
        return units.newest(authority.code(), task, clock.instant()).flatMap(this::open);
    }

    private Optional<OpenUnit> open(CertifiedUnit unit) {
        try {
            return Optional.of(
                    new OpenUnit(unit.certificate(), keys.open(unit.key(), unit.task().purpose())));
        } catch (KeyStoreUnavailableException e) {
            LOG.warn("{}", e.getMessage());
            return Optional.empty();
        }
    }
}
