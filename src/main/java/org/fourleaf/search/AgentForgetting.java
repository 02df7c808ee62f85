package org.fourleaf.search;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.fourleaf.people.ErasedAgent;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tickets an erased agent wrote in are read again once their name is gone from there, so that no search finds them by it. */
@Component
@Order(AgentForgetting.AFTER_TICKETS)
class AgentForgetting implements AgentTies {

    static final int AFTER_TICKETS = 200;

    private final IndexTodoStore todo;

    AgentForgetting(IndexTodoStore todo) {
        this.todo = todo;
    }

    @Override
    public List<AgentTie> ties() {
        return List.of();
    }

    @Override
    public @Nullable String erase(Actor by, ErasedAgent who, @Nullable String place) {
        todo.addTicketsAnsweredBy(by.workspace(), who.agent());
        return null;
    }
}
