package org.yinxin.hall.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.PlanVersions.PlanVersion;
import org.yinxin.hall.catalogue.reading.PlanFault;
import org.yinxin.hall.catalogue.reading.PlanReader;
import org.yinxin.hall.catalogue.reading.PlanReading;

/** Reads released plans from the database. A version never changes, so each is parsed once. */
@Component
class JdbcCatalogue implements Catalogue {

    private record Key(String plan, int version) {}

    private final PlanVersions versions;
    private final Map<Key, Plan> parsed = new ConcurrentHashMap<>();

    JdbcCatalogue(PlanVersions versions) {
        this.versions = versions;
    }

    @Override
    public List<Plan> live() {
        return versions.live().stream().map(live -> version(live.plan(), live.version())).toList();
    }

    @Override
    public Optional<Plan> live(PlanCode code) {
        return versions.newest(code).map(newest -> version(code, newest.version()));
    }

    @Override
    public Plan version(PlanCode code, int version) {
        Plan known = parsed.get(new Key(code.text(), version));
        return known != null
                ? known
                : parse(
                        versions.find(code, version)
                                .orElseThrow(
                                        () ->
                                                new IllegalStateException(
                                                        "no plan "
                                                                + code
                                                                + " version "
                                                                + version)));
    }

    private Plan parse(PlanVersion version) {
        return parsed.computeIfAbsent(
                new Key(version.plan(), version.version()),
                key ->
                        switch (PlanReader.read(
                                key.plan() + " v" + key.version(), version.source())) {
                            case PlanReading.Sound(Plan plan) -> plan.released(key.version());
                            case PlanReading.Faulty(List<PlanFault> faults) ->
                                    throw new FaultyPlansException(faults);
                        });
    }
}
