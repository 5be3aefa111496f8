package org.yinxin.authority.outside;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.store.journal.Journal;

/** Puts the steps together: the doors, and the one who cleans up behind them. */
public record OutsideCycle(OutsideAuthority authority, SweepOutside sweep) {

    /** What the cycle works with. */
    record Means(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Journal journal,
            SecureRandom random,
            Supplier<UUID> uuids,
            Clock clock) {}

    static OutsideCycle of(
            Map<AuthorityCode, OutsideSettings> settings, Means means, Checkpoint checkpoint) {
        OutsideLines lines = new OutsideLines(settings, means.random(), means.clock());
        Book book =
                Book.of(
                        means.jdbc(),
                        means.transaction(),
                        means.journal(),
                        means.uuids(),
                        means.clock());
        CloseAttempt closeAttempt = new CloseAttempt(book);
        TakeOrder takeOrder = new TakeOrder(book, closeAttempt);
        TakeHalf takeHalf =
                new TakeHalf(
                        book,
                        closeAttempt,
                        new ConfirmHalf(book, closeAttempt, checkpoint),
                        checkpoint);
        AskChange askChange = new AskChange(book);
        return new OutsideCycle(
                new OutsideAuthority(
                        lines.codes(),
                        book,
                        new IssueOutsidePair(
                                lines,
                                book,
                                new AdmitPair(lines),
                                takeOrder,
                                new GetHalf(book, closeAttempt, takeHalf, checkpoint),
                                checkpoint),
                        new RevokeOutside(lines, book, askChange),
                        new ChangeOutsidePair(lines, book, askChange)),
                new SweepOutside(lines, book, takeOrder, closeAttempt, askChange));
    }
}
