package org.yinxin.hall.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.store.journal.JournalSealer;
import org.yinxin.store.journal.JournalVerification;

/** All journals, the hall's own first. Each is read over its own pool, under its own database role. */
@Component
class Journals {

    private static final String OWN = "hall";

    private final List<Opened> opened;

    Journals(ObjectProvider<AuditedJournal> journals) {
        this.opened =
                journals.stream()
                        .sorted(Comparator.comparing(each -> !each.name().equals(OWN)))
                        .map(Opened::of)
                        .toList();
    }

    List<Opened> all() {
        return opened;
    }

    Optional<Opened> named(String name) {
        return opened.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** One journal with everything that is done to it here. */
    record Opened(
            String name, JournalEntries entries, JournalSealer sealer, JournalVerification chain) {

        static Opened of(AuditedJournal journal) {
            return new Opened(
                    journal.name(),
                    new JournalEntries(JdbcClient.create(journal.database()), journal.schema()),
                    new JournalSealer(journal.database(), journal.schema()),
                    new JournalVerification(journal.database(), journal.schema()));
        }
    }
}
