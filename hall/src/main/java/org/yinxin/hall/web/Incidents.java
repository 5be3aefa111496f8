package org.yinxin.hall.web;

import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Faults of ours: the log gets the whole truth under a number, the reader gets the number. */
@Component
final class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

    private final Supplier<UUID> uuids;

    Incidents(Supplier<UUID> uuids) {
        this.uuids = uuids;
    }

    /** Logs the fault and answers its number. The path is logged, the query never: it may hold personal data. */
    String report(String method, String path, Throwable fault) {
        String number = uuids.get().toString().substring(0, 8);
        LOG.error("incident {} at {} {}", number, method, path, fault);
        return number;
    }
}
