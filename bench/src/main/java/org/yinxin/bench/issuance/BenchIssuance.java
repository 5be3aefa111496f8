package org.yinxin.bench.issuance;

import java.io.PrintStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.app.RunningHall;
import org.yinxin.app.StartHall;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.app.installation.TemporaryFolder;
import org.yinxin.app.wiring.Databases;
import org.yinxin.authority.AuthoritySchema;
import org.yinxin.authority.ceremony.CreateHierarchy;
import org.yinxin.bench.PeakMemory;
import org.yinxin.bench.SignaturesAlone;
import org.yinxin.bench.site.DatabaseProcess;
import org.yinxin.bench.site.DurableAuthority;
import org.yinxin.bench.site.Upkeep;
import org.yinxin.custody.CustodySchema;
import org.yinxin.pki.key.KeyAlgorithm;

/**
 * Has a hall's authority and custody issue certificates, and reports.
 */
public final class BenchIssuance {

    /** More than are issued in a second, so that nobody finds the pool empty. */
    private static final int PAIRS_A_SECOND = 1000;

    private static final int SINGLES_A_SECOND = 2500;

    private static final int CERTIFICATE_OCTETS = 600;

    private final PrintStream out;

    public BenchIssuance(PrintStream out) {
        this.out = out;
    }

    /** Answers whether every order came to its pair. */
    public boolean run(IssuanceWords words) {
        boolean pairs = words.ordersPairs();
        int perSecond = pairs ? PAIRS_A_SECOND : SINGLES_A_SECOND;
        int longest = Rehearsal.longest(words.seconds());
        // The keys are made before anything is measured, and not every minute again.
        System.setProperty("yinxin.custody.pool-level", "0");
        try (TemporaryFolder folder = TemporaryFolder.make();
                RunningHall hall =
                        StartHall.serve(new Serve(0, "127.0.0.1", folder.path(), null, null, 0));
                Load load = load(hall, words, (longest + 2 * words.seconds()) * perSecond)) {
            double limit =
                    SignaturesAlone.perCore(folder.path(), words.algorithm(), CERTIFICATE_OCTETS);
            int rehearsed = new Rehearsal(load, perSecond).run(longest);
            load.bring(words.seconds() * perSecond);
            Measured few = measure(hall, load, words);
            Measured many = null;
            if (words.rows() > 0) {
                new Stock(hall.part(Databases.class), words.authority(), pairs).fill(words.rows());
                load.bring(words.seconds() * perSecond);
                many = measure(hall, load, words);
            }
            new IssuanceReport(load.name(), words, few, many, limit, rehearsed, PeakMemory.ofThis())
                    .print(out);
            return few.taken().failed() == 0 && (many == null || many.taken().failed() == 0);
        }
    }

    private static Measured measure(RunningHall hall, Load load, IssuanceWords words) {
        // Where tables were empty a moment ago, the database still plans as if they were.
        Databases databases = hall.part(Databases.class);
        Upkeep.of(databases.custody(), CustodySchema.SCHEMA);
        Upkeep.of(databases.authority(), AuthoritySchema.SCHEMA);
        long database = DatabaseProcess.of(hall.part(JdbcClient.class));
        Effort before = Effort.now(database, load);
        Taken taken = load.during(words.seconds());
        return new Measured(taken, Effort.now(database, load).since(before));
    }

    private static Load load(RunningHall hall, IssuanceWords words, int orders) {
        if (words.ordersPairs()) {
            return new OwnClients(new PairOrders(hall), new Clients(words.clients()));
        }
        hall.part(CreateHierarchy.class).create(DurableAuthority.definition(words.algorithm()));
        return words.est()
                ? EstProcess.start(
                        hall.address(),
                        words.algorithm() == KeyAlgorithm.SM2
                                ? KeyAlgorithm.SM2
                                : KeyAlgorithm.P256,
                        words.clients(),
                        Machines.registered(hall, orders))
                : new OwnClients(
                        new SingleOrders(hall, words.algorithm()), new Clients(words.clients()));
    }
}
