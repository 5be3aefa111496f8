package org.yinxin.app;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;
import org.yinxin.app.demonstration.DemonstrationProgram;

/**
 * The parts of a demonstration, which can be worked out ahead of its start ({@link Preparation}): then Spring finds
 * ready-made code instead of searching classes for annotations.
 *
 * <p>A real hall starts without. Which of its parts there are depends on its settings, and it starts once a month.
 */
public final class DemonstrationContext {

    /** As {@link SpringApplication} asks for it. */
    private static final String PREPARED =
            DemonstrationContext.class.getName() + "__ApplicationContextInitializer";

    private DemonstrationContext() {}

    /** Where {@link Preparation} has Spring begin; what follows the reading of the parts is not carried out. */
    public static void main(String[] settings) {
        application().run(settings);
    }

    /** The demonstration, of what was prepared when that is on the class path. */
    static SpringApplication program() {
        if (ClassUtils.isPresent(PREPARED, DemonstrationContext.class.getClassLoader())) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
        return application();
    }

    private static SpringApplication application() {
        SpringApplication application =
                new SpringApplication(HallProgram.class, DemonstrationProgram.class);
        application.setMainApplicationClass(DemonstrationContext.class);
        return application;
    }
}
