package org.fourleaf.signin;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.people.AgentEditing;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to sessions: an agent sees their own, whoever looks after agents theirs too. */
@Component
@Transactional(readOnly = true)
class Sessions {

    private final SessionStore store;
    private final Agents agents;
    private final AgentEditing editing;
    private final Log log;
    private final Clock clock;

    Sessions(SessionStore store, Agents agents, AgentEditing editing, Log log, Clock clock) {
        this.store = store;
        this.agents = agents;
        this.editing = editing;
        this.log = log;
        this.clock = clock;
    }

    /** Another's, for whoever may look after them. @throws Refusal forbidden */
    List<Session> of(Actor by, String reference) {
        Agent agent = lookedAfter(by, reference);
        return store.of(by.workspace(), agent.id(), null, clock.instant());
    }

    /** One of another's, or all. @throws Refusal forbidden */
    @Transactional
    public void end(Actor by, String reference, @Nullable UUID session) {
        Agent agent = lookedAfter(by, reference);
        if (session == null) {
            ended(by, agent.id(), store.deleteAll(by.workspace(), agent.id(), null));
        } else if (store.delete(by.workspace(), agent.id(), session)) {
            log.write(by, new SignedOut(agent.id(), session));
        }
    }

    /** All of one's own but this one. */
    @Transactional
    public void endOthers(Actor by, @Nullable UUID stays) {
        ended(by, by.agentId(), store.deleteAll(by.workspace(), by.agentId(), stays));
    }

    private void ended(Actor by, UUID agent, int sessions) {
        if (sessions > 0) {
            log.write(by, new SessionsEnded(agent, sessions));
        }
    }

    private Agent lookedAfter(Actor by, String reference) {
        Agent agent = agents.readable(by, reference);
        editing.checkMayEdit(by, agent);
        return agent;
    }

    List<Session> of(Actor by, UUID current) {
        return store.of(by.workspace(), by.agentId(), current, clock.instant());
    }
}
