package org.yinxin.app;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor.Settings;
import org.yinxin.app.installation.TemporaryFolder;
import org.yinxin.app.wiring.Databases;
import org.yinxin.standins.wechat.RsaKeys;
import org.yinxin.store.postgres.PreparedCluster;

/**
 * Does ahead of a start what every first start of a demonstration would do in the same way: works out how it is put
 * together (Spring Framework reference, “Ahead of Time Optimizations”), kept as classes in a jar for the class path
 * behind the program's own; makes the database with its tables, empty, which a start copies; and the keys of a stand-in.
 * What another build has prepared does not fit and must not be given.
 */
final class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private static final String GROUP = "org.yinxin";
    private static final String ARTIFACT = "app";

    // What decides about the parts; it is the same at every start of a demonstration.
    private static final String[] SETTINGS = {
        "--spring.config.location=classpath:/application.yaml",
        "--yinxin.hall.payment.wechat.merchant-id=stand-in"
    };

    // Given by whoever knows where it was prepared.
    private static final String FOLDER = "yinxin.prepared";

    private static final String CLUSTER = "cluster";
    private static final String WECHAT = "wechat";

    private Preparation() {}

    /** Writes {@code wechat/}, {@code cluster/} and, as the last, {@code parts.jar} into a folder. */
    static void write(Path folder) {
        try {
            Files.createDirectories(folder);
            RsaKeys.make(new SecureRandom()).write(folder.resolve(WECHAT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PreparedCluster.make(
                folder.resolve(CLUSTER), server -> Databases.open(server, null).close());
        writeParts(folder.resolve("parts.jar"));
    }

    /** The cluster that was prepared for this start, or {@code null}. */
    static @Nullable PreparedCluster cluster() {
        Path folder = folder();
        return folder == null ? null : new PreparedCluster(folder.resolve(CLUSTER));
    }

    /** The keys that were prepared, or new ones. */
    static RsaKeys wechatKeys(SecureRandom random) {
        Path folder = folder();
        if (folder != null) {
            try {
                return RsaKeys.read(folder.resolve(WECHAT));
            } catch (IOException e) {
                LOG.warn("The keys in {} are not taken: {}", folder, e.toString());
            }
        }
        return RsaKeys.make(random);
    }

    private static @Nullable Path folder() {
        String folder = System.getProperty(FOLDER);
        return folder == null ? null : Path.of(folder);
    }

    private static void writeParts(Path jar) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Path sources = folder.path().resolve("sources");
            Path classes = Files.createDirectories(folder.path().resolve("classes"));
            describe(sources, classes);
            compile(sources, classes);
            // Another start may be looking for it.
            Path packed = Files.createTempFile(jar.toAbsolutePath().getParent(), "prepared", null);
            pack(classes, packed);
            Files.move(packed, jar, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(Path sources, Path classes) {
        Settings settings =
                Settings.builder()
                        .sourceOutput(sources)
                        .resourceOutput(classes)
                        .classOutput(classes)
                        .groupId(GROUP)
                        .artifactId(ARTIFACT)
                        .build();
        new SpringApplicationAotProcessor(DemonstrationContext.class, settings, SETTINGS).process();
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new StartRefused("This Java has no compiler; a JDK has one.");
        }
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of(
                            "-proc:none",
                            "-nowarn",
                            "-classpath",
                            classes + File.pathSeparator + System.getProperty("java.class.path"),
                            "-d",
                            classes.toString());
            boolean done =
                    compiler.getTask(
                                    null,
                                    files,
                                    said,
                                    options,
                                    null,
                                    files.getJavaFileObjectsFromPaths(filesIn(sources, ".java")))
                            .call();
            if (!done) {
                throw new IllegalStateException("Not compiled: " + said.getDiagnostics());
            }
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Path one : filesIn(classes, "")) {
                out.putNextEntry(new ZipEntry(classes.relativize(one).toString()));
                Files.copy(one, out);
                out.closeEntry();
            }
        }
    }

    private static List<Path> filesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
