package org.fourleaf.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Presence over HTTP. */
@RestController
@RequestMapping("/api/v1/agents/{agent}/presence")
class PresenceController {

    private static final int REASON_LENGTH_MAX = 100;

    /** @param channels none for all */
    record Wanted(
            @NotNull PresenceState state,
            @Nullable @Size(max = REASON_LENGTH_MAX) String reason,
            @Nullable @Size(min = 1) Set<PresenceChannel> channels) {}

    private final Agents agents;
    private final PresenceChanging changing;
    private final AgentCards cards;

    PresenceController(Agents agents, PresenceChanging changing, AgentCards cards) {
        this.agents = agents;
        this.changing = changing;
        this.cards = cards;
    }

    @PutMapping
    @Transactional
    public AgentCard change(Actor by, @PathVariable String agent, @Valid @RequestBody Wanted wanted) {
        Agent found = agents.readable(by, agent);
        changing.change(by, found, wanted.state, AgentController.line(wanted.reason), wanted.channels);
        return cards.of(by, found);
    }
}
