package org.fourleaf.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Presence over HTTP. */
@RestController
class PresenceController {

    /** @param channels none for all */
    record Wanted(
            @NotNull PresenceState state,

            @Nullable @Size(max = PauseReason.NAME_LENGTH_MAX)
            String reason,

            @Nullable @Size(min = 1) Set<PresenceChannel> channels) {}

    private final Agents agents;
    private final PresenceChanging changing;
    private final Presences presences;
    private final AgentCards cards;

    PresenceController(Agents agents, PresenceChanging changing, Presences presences, AgentCards cards) {
        this.agents = agents;
        this.changing = changing;
        this.presences = presences;
        this.cards = cards;
    }

    /** Those the caller looks after, by name: who is there, since when, and why not. */
    @GetMapping("/api/v1/presence")
    @Transactional(readOnly = true)
    public Page<Presence> team(Actor by) {
        return new Page<>(presences.team(by), null);
    }

    @GetMapping("/api/v1/agents/{agent}/presence")
    @Transactional(readOnly = true)
    public Presence get(Actor by, @PathVariable String agent) {
        return presences.of(by, agents.readable(by, agent));
    }

    @PutMapping("/api/v1/agents/{agent}/presence")
    @Transactional
    public AgentCard change(Actor by, Caller caller, @PathVariable String agent, @Valid @RequestBody Wanted wanted) {
        Agent found = agents.readable(by, agent);
        boolean byBrowser = caller.via() == Caller.Via.SESSION && found.id().equals(by.id());
        changing.change(by, found, wanted.state, AgentController.line(wanted.reason), wanted.channels, byBrowser);
        return cards.of(by, found);
    }
}
