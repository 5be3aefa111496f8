package org.yinxin.hall.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.catalogue.reading.PlanFault;
import org.yinxin.hall.catalogue.reading.PlanReader;
import org.yinxin.hall.catalogue.reading.PlanReading;
import org.yinxin.pki.key.Sm3;

/**
 * Releases every plan file whose content differs from the newest version of its plan. Applications that are open
 * keep the version they were opened under.
 */
@Component
class ReleasePlans {

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
                    byte[] digest = Sm3.digest(file.yaml().getBytes(StandardCharsets.UTF_8));
                    String sm3 = HexFormat.of().formatHex(digest);
                    if (versions.add(plan.code(), sm3, file.yaml(), clock.instant())) {
                        released++;
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
