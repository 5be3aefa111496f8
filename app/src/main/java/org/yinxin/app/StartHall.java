package org.yinxin.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.app.demonstration.StandIns;
import org.yinxin.app.installation.DataFolder;
import org.yinxin.app.installation.Keys;
import org.yinxin.app.installation.OpenDatabases;
import org.yinxin.app.installation.TemporaryFolder;
import org.yinxin.app.production.ProductionSettings;
import org.yinxin.app.wiring.Databases;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.AuthoritySettings;
import org.yinxin.store.postgres.FolderLock;

/**
 * Starts a hall: the demonstration with its stand-ins, the same on a folder that is thrown away, or a real one.
 *
 * <p>Refuses, each in a sentence: a port in use; a data folder that cannot be written, is in use, lacks keys or is of
 * another version; a database that does not answer or belongs to another installation; settings of a real hall that
 * are missing or name a stand-in.
 */
public final class StartHall {

    private final Listening listening;
    private final DataFolder data;
    private final Opened opened;
    private final Clock clock;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private StartHall(Listening listening, DataFolder data, Opened opened, Clock clock) {
        this.listening = listening;
        this.data = data;
        this.opened = opened;
        this.clock = clock;
        // No file that happens to lie in the current folder has a say.
        settings.put("spring.config.location", "classpath:/application.yaml");
        settings.put("server.address", listening.host());
        settings.put("server.port", String.valueOf(listening.port()));
    }

    public static RunningHall serve(Serve serve) {
        return Opened.onTheWayTo(opened -> serve(serve, opened));
    }

    private static RunningHall serve(Serve serve, Opened opened) {
        Path file = serve.production();
        ProductionSettings production = file == null ? null : ProductionSettings.read(file);
        Listening listening = Listening.on(serve.address(), serve.port());
        opened.closeLater(listening::close);
        DataFolder data = DataFolder.open(serve.data());
        opened.closeLater(FolderLock.take(data.root())::release);
        StartHall start = new StartHall(listening, data, opened, World.clock(serve.daysAhead()));
        if (production != null) {
            return start.production(production, () -> OpenDatabases.of(data, serve.database()));
        }
        return start.demonstration(
                keysAreNew ->
                        OpenDatabases.of(
                                data, serve.database(), keysAreNew, Preparation.cluster()));
    }

    /** A demonstration on a free port that leaves nothing behind. */
    static RunningHall throwAway() {
        return Opened.onTheWayTo(
                opened -> {
                    TemporaryFolder folder = TemporaryFolder.make();
                    opened.closeLater(folder::close);
                    Listening listening = Listening.on("127.0.0.1", 0);
                    opened.closeLater(listening::close);
                    StartHall start =
                            new StartHall(
                                    listening,
                                    new DataFolder(folder.path()),
                                    opened,
                                    World.clock(0));
                    return start.demonstration(
                            keysAreNew -> OpenDatabases.throwAway(Preparation.cluster()));
                });
    }

    /** Opens the databases, knowing whether the keys beside them were made just now. */
    private interface Opening {
        Databases open(boolean keysAreNew);
    }

    private RunningHall production(ProductionSettings production, Supplier<Databases> opening) {
        settings.putAll(production.settings());
        settings.put("logging.structured.format.console", "ecs");
        OpeningDatabases databases = new OpeningDatabases(opening);
        opened.closeLater(databases::close);
        return run(new SpringApplication(HallProgram.class), databases, List.of(data));
    }

    private RunningHall demonstration(Opening opening) {
        SecureRandom random = World.random();
        Keys keys = new Keys(data.keys());
        boolean keysAreNew = keys.prepare(random);
        OpeningDatabases databases = new OpeningDatabases(() -> opening.open(keysAreNew));
        opened.closeLater(databases::close);
        StandIns standIns =
                StandIns.start(
                        data, clock, Preparation.wechatKeys(random), random, listening.url());
        opened.closeLater(standIns::close);
        settings.put(AuthoritySettings.PUBLIC_BASE_URL, listening.url());
        settings.put("yinxin.hall.archive-folder", data.archive().toString());
        settings.putAll(keys.settings());
        settings.putAll(standIns.settings());
        return run(DemonstrationContext.program(), databases, List.of(data, standIns));
    }

    private RunningHall run(
            SpringApplication application, OpeningDatabases databases, List<Object> beans) {
        // The context is closed before the databases, and by nobody else.
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                context -> {
                    GenericApplicationContext registry = (GenericApplicationContext) context;
                    registry.registerBean(
                            Databases.class,
                            databases::get,
                            definition -> definition.setDestroyMethodName(""));
                    registry.registerBean(Clock.class, () -> clock);
                    for (Object bean : beans) {
                        registry.getBeanFactory()
                                .registerSingleton(bean.getClass().getName(), bean);
                    }
                });
        ConfigurableApplicationContext context = application.run(arguments());
        return new RunningHall(listening.url(), data, context, opened);
    }

    // Arguments win over everything else that could set the same.
    private String[] arguments() {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
