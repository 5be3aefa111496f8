package org.yinxin.app;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.logging.LoggingSystem;
import org.yinxin.app.commandline.Command;
import org.yinxin.app.commandline.CommandLine;
import org.yinxin.app.commandline.CommandLine.Reading;

/** The program. */
public final class Yinxin {

    private Yinxin() {}

    public static void main(String[] words) {
        // Pictures are drawn and read without a screen.
        System.setProperty("java.awt.headless", "true");
        // Silent until the hall's own logging is set up; faults before that are told by words.
        LoggingSystem.get(Yinxin.class.getClassLoader()).beforeInitialize();
        int exitCode =
                switch (CommandLine.read(List.of(words))) {
                    case Reading.Understood(Command command) -> carryOut(command);
                    case Reading.Misused(String sentence) -> {
                        System.err.println("yinxin: " + sentence);
                        yield StartRefused.MISUSE;
                    }
                };
        if (exitCode != Carrying.GOES_ON) {
            System.exit(exitCode);
        }
    }

    private static int carryOut(Command command) {
        try {
            return new Carrying().carryOut(command);
        } catch (RuntimeException e) {
            Optional<Fault> expected = Fault.of(e);
            if (expected.isEmpty()) {
                // Somebody must look into it, so the Java VM may print all there is to see.
                System.err.println("yinxin: this should not have happened; please report it.");
                throw e;
            }
            System.err.println("yinxin: " + expected.get().words());
            return expected.get().exitCode();
        }
    }
}
