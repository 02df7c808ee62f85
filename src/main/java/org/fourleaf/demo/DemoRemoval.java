package org.fourleaf.demo;

import java.io.IOException;
import org.fourleaf.people.Agents;
import org.fourleaf.people.WorkspaceByHost;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.signin.SetupCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a demonstration workspace away, every row and file of it, so that the desk can be set up for real. */
@Component
class DemoRemoval {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRemoval.class);
    private static final int ROWS_A_TRANSACTION = 5_000;
    private static final int ATTEMPTS_MAX = 20;
    private static final String OWNER = "owner";

    private final DemoStore store;
    private final Agents agents;
    private final Blobs blobs;
    private final SetupCode code;
    private final WorkspaceByHost hosts;
    private final TransactionTemplate transaction;

    DemoRemoval(
            DemoStore store,
            Agents agents,
            Blobs blobs,
            SetupCode code,
            WorkspaceByHost hosts,
            TransactionTemplate transaction) {
        this.store = store;
        this.agents = agents;
        this.blobs = blobs;
        this.code = code;
        this.hosts = hosts;
        this.transaction = transaction;
    }

    /**
     * What lets the owner in goes last: an interrupted removal can be asked for again.
     *
     * @return the code that opens the set-up page anew
     * @throws Refusal conflict in a workspace that is none, forbidden for others than an owner
     */
    String remove(Actor by) {
        transaction.executeWithoutResult(status -> {
            if (!store.isDemonstration(by.workspace())) {
                throw Refusal.conflict("not-a-demo", "Only a demonstration can be removed.");
            }
            if (!agents.readable(by, by.agentId()).role().equals(OWNER)) {
                throw Refusal.forbidden("owner-needed", "Only an owner removes the demonstration.");
            }
            store.become(by.workspace(), DemoState.REMOVING);
        });
        while (removeSome(by) > 0) {
            // The next rows.
        }
        hosts.forget();
        try {
            blobs.removeAll(by.workspace());
        } catch (IOException e) {
            LOG.warn("Files of the removed demonstration are left over in the data folder", e);
        }
        return code.shown();
    }

    /** Readers and workers may still write in the workspace: who loses to them tries again. */
    private int removeSome(Actor by) {
        for (int attempt = 1; ; attempt++) {
            try {
                Integer gone = transaction.execute(status -> store.removeSome(by.workspace(), ROWS_A_TRANSACTION));
                return gone == null ? 0 : gone;
            } catch (TransientDataAccessException | DataIntegrityViolationException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw e;
                }
            }
        }
    }
}
