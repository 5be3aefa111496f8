package org.yinxin.hall.revocation;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Has an ending carried out as soon as it is committed, without making anybody wait for the authority. */
@Component
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final CarryOutEndings carryOut;
    private final ExecutorService workers;

    Dispatch(
            CarryOutEndings carryOut,
            @Qualifier("certificateEndings") ExecutorService certificateEndings) {
        this.carryOut = carryOut;
        this.workers = certificateEndings;
    }

    void afterCommit(UUID ending) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        now(ending);
                    }
                });
    }

    private void now(UUID ending) {
        try {
            workers.execute(() -> carryOut.one(ending));
        } catch (RejectedExecutionException e) {
            LOG.info("ending {} is left to the job: this node is closing", ending);
        }
    }
}
