package org.fourleaf.people;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives an agent a face, and takes it away: one's own, or that of somebody one looks after. */
@Component
public class AvatarChanging {

    private static final List<String> FIELD = List.of("avatar");

    private final AgentEditing editing;
    private final AvatarStore store;
    private final Agents agents;
    private final Log log;
    private final TransactionOperations transaction;

    AvatarChanging(AgentEditing editing, AvatarStore store, Agents agents, Log log, TransactionOperations transaction) {
        this.editing = editing;
        this.store = store;
        this.agents = agents;
        this.log = log;
        this.transaction = transaction;
    }

    /**
     * No transaction is open while the picture is drawn anew.
     *
     * @param file a PNG, JPEG or GIF
     * @throws org.fourleaf.platform.Refusal forbidden, or invalid when it is no such picture
     */
    public void put(Actor by, UUID agent, byte[] file) {
        transaction.executeWithoutResult(status -> mustBeAllowed(by, agent));
        AvatarPicture picture = AvatarPicture.of(file);
        transaction.executeWithoutResult(status -> {
            mustBeAllowed(by, agent);
            store.put(by.workspace(), agent, picture);
            log.write(by, new AgentChanged(agent, FIELD));
        });
    }

    void remove(Actor by, UUID agent) {
        transaction.executeWithoutResult(status -> {
            mustBeAllowed(by, agent);
            if (store.delete(by.workspace(), agent)) {
                log.write(by, new AgentChanged(agent, FIELD));
            }
        });
    }

    private void mustBeAllowed(Actor by, UUID agent) {
        Agent found = agents.readable(by, agent);
        if (!agent.equals(by.id())) {
            editing.checkMayEdit(by, found);
        }
    }
}
