package org.yinxin.hall.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The plans that are packaged with the hall. */
@Component
class PackagedPlanFiles implements PlanFiles {

    private static final String PATTERN = "classpath*:plans/*.yaml";

    @Override
    public List<PlanFile> all() {
        try {
            List<PlanFile> files = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(PATTERN)) {
                String yaml = file.getContentAsString(StandardCharsets.UTF_8);
                files.add(new PlanFile("plans/" + file.getFilename(), yaml));
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the packaged plans cannot be read", unreadable);
        }
    }
}
