package org.yinxin.authority.ceremony;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.authority.ceremony.MakeAuthority.Description;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.register.CertificateRegister;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * The ceremony: makes a root and an issuing authority below it, when they are not there yet.
 *
 * <p>Keys come first and are on the disk before anything refers to them; certificates, statuses and the journal entry
 * follow in one transaction. A ceremony that is cut off leaves at most key files that nobody refers to. Several nodes
 * may start at once: the first to commit wins, and the others find its work.
 *
 * <p>Refuses nothing; throws when the key store cannot be used.
 */
public final class CreateHierarchy {

    private static final String ACTOR = "system:authority";

    private final CertificationAuthorities authorities;
    private final CertificateRegister register;
    private final MakeAuthority make;
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Clock clock;

    public CreateHierarchy(CeremonyMeans means) {
        this.authorities = means.authorities();
        this.register = means.register();
        this.make = means.makeAuthority();
        this.journal = means.journal();
        this.transaction = means.transaction();
        this.clock = means.clock();
    }

    /** Answers whether anything was made. */
    public boolean create(HierarchyDefinition definition) {
        if (authorities.find(definition.issuing().code()).isPresent()) {
            return false;
        }
        Instant now = clock.instant();
        // Deriving keys from the password is most of a first start, so both files are made at once.
        var issuingKey = new FutureTask<>(() -> create(definition.issuing()));
        Thread.ofPlatform().name("making the issuing key").start(issuingKey);
        CertificationAuthority root =
                make.root(
                        Description.of(definition.root(), definition.policy(), now),
                        create(definition.root()));
        CertificationAuthority issuing =
                make.issuing(
                        Description.of(definition.issuing(), definition.policy(), now),
                        made(issuingKey),
                        root);
        return Boolean.TRUE.equals(transaction.execute(status -> store(root, issuing, now)));
    }

    private boolean store(
            CertificationAuthority root, CertificationAuthority issuing, Instant now) {
        authorities.lockTable();
        if (authorities.find(issuing.code()).isPresent()) {
            return false;
        }
        authorities.insert(root, now);
        authorities.insert(issuing, now);
        register.insertAuthority(root.code(), root.certificate(), now);
        register.insertAuthority(root.code(), issuing.certificate(), now);
        journal.record(
                new JournalEntry(
                        now,
                        ACTOR,
                        "hierarchy.created",
                        "authority:" + issuing.code(),
                        Map.of(
                                "root", root.code().value(),
                                "root-key", root.key().value(),
                                "issuing-key", issuing.key().value(),
                                "serial", issuing.certificate().tbs().serial().hex())));
        return true;
    }

    private KeyHandle create(HierarchyDefinition.Level level) {
        return make.key(level.code(), level.algorithm());
    }

    private static KeyHandle made(FutureTask<KeyHandle> key) {
        try {
            return key.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the ceremony was interrupted", e);
        }
    }
}
