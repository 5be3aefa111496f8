package org.yinxin.authority.responder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.pki.ocsp.OcspResponder;

/**
 * Those whom the authorities have certified. Of several the one that lasts longest signs whose key is here: after a new
 * one was certified its key may still be on its way to this computer, and the old one is good for as long again.
 *
 * <p>Who signs is looked up again every minute, and at once when the one in hand has ended.
 */
public final class DelegatedResponders implements Responders {

    private static final Logger LOG = LoggerFactory.getLogger(DelegatedResponders.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private record Chosen(OcspResponder responder, Instant until, Instant lookAgain) {}

    private final DelegatedResponderTable table;
    private final AuthorityKeys keys;
    private final Clock clock;
    private final Map<AuthorityCode, Chosen> chosen = new ConcurrentHashMap<>();

    /**
     * Reads from a table and a key store.
     *
     * @param keys the store of the responders' keys
     */
    public DelegatedResponders(DelegatedResponderTable table, AuthorityKeys keys, Clock clock) {
        this.table = table;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<OcspResponder> of(CertificationAuthority authority) {
        Instant now = clock.instant();
        Chosen current = chosen.get(authority.code());
        if (current == null || now.isAfter(current.lookAgain())) {
            choose(authority.code(), now).ifPresent(next -> chosen.put(authority.code(), next));
            current = chosen.get(authority.code());
        }
        return Optional.ofNullable(current)
                .filter(one -> now.isBefore(one.until()))
                .map(Chosen::responder);
    }

    private Optional<Chosen> choose(AuthorityCode authority, Instant now) {
        for (DelegatedResponder candidate : table.valid(authority, now)) {
            try {
                return Optional.of(
                        new Chosen(
                                new OcspResponder(
                                        keys.open(candidate.key(), KeyPurpose.SIGN_OCSP_ANSWERS),
                                        candidate.certificate()),
                                candidate.certificate().tbs().notAfter(),
                                now.plus(LOOK_AGAIN)));
            } catch (KeyStoreUnavailableException e) {
                LOG.warn("{}", e.getMessage());
            }
        }
        LOG.warn("no responder of {} has a key here", authority);
        return Optional.empty();
    }
}
