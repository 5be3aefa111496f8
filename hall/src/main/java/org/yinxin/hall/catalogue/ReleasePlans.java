package org.yinxin.hall.catalogue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.catalogue.reading.PlanFault;
import org.yinxin.hall.catalogue.reading.PlanReader;
import org.yinxin.hall.catalogue.reading.PlanReading;

/**
 * Releases every plan file of the program whose content differs from the newest version of its plan, unless people
 * have released that version. Applications that are open keep the version they were opened under.
 */
@Component
class ReleasePlans {

    private static final Logger LOG = LoggerFactory.getLogger(ReleasePlans.class);

    private final PlanFiles files;
    private final PlanVersions versions;
    private final Clock clock;

    ReleasePlans(PlanFiles files, PlanVersions versions, Clock clock) {
        this.files = files;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * Answers how many versions were released.
     *
     * @throws FaultyPlansException with every fault of every file, if there is any; then nothing is released
     */
    @Transactional
    public int release() {
        versions.lock();
        List<PlanFault> faults = new ArrayList<>();
        int released = 0;
        for (PlanFiles.PlanFile file : files.all()) {
            switch (PlanReader.read(file.name(), file.yaml())) {
                case PlanReading.Faulty(List<PlanFault> found) -> faults.addAll(found);
                case PlanReading.Sound(Plan plan) -> {
                    String sm3 = ProposePlan.digest(file.yaml());
                    if (versions.add(plan.code(), sm3, file.yaml(), clock.instant())) {
                        released++;
                    } else if (versions.newest(plan.code())
                            .filter(newest -> !newest.sm3().equals(sm3))
                            .isPresent()) {
                        LOG.warn(
                                "{} is not what people have released since; it waits for them to propose it",
                                file.name());
                    }
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultyPlansException(faults);
        }
        return released;
    }
}
