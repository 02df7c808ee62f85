package org.fourleaf.routing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one agent gets work, over HTTP. */
@RestController
@RequestMapping("/api/v1/agents/{agent}/routing")
class AgentRoutingController {

    private static final int CAPACITY_MAX = 1_000;

    /** What is given is changed; a number of null is the department's or workspace's again. */
    record Change(
            @Nullable Boolean onlyToSolve,
            Given<@Min(1) @Max(CAPACITY_MAX) Integer> ticketsMax,
            Given<@Min(1) @Max(CAPACITY_MAX) Integer> chatsMax,
            Given<@Min(1) @Max(CAPACITY_MAX) Integer> callsMax) {

        private AgentRouting on(AgentRouting was) {
            return new AgentRouting(
                    was.agent(),
                    Objects.requireNonNullElse(onlyToSolve, was.onlyToSolve()),
                    ticketsMax.or(was.ticketsMax()),
                    chatsMax.or(was.chatsMax()),
                    callsMax.or(was.callsMax()),
                    was.version());
        }
    }

    private final Agents agents;
    private final AgentRoutingStore store;
    private final RoutingEditing editing;

    AgentRoutingController(Agents agents, AgentRoutingStore store, RoutingEditing editing) {
        this.agents = agents;
        this.store = store;
        this.editing = editing;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public ResponseEntity<AgentRouting> get(Actor by, @PathVariable String agent) {
        return answer(store.of(by.workspace(), agents.readable(by, agent).id()));
    }

    @PatchMapping
    @Transactional
    public ResponseEntity<AgentRouting> change(
            Actor by,
            @PathVariable String agent,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        UUID id = agents.readable(by, agent).id();
        editing.change(by, change.on(store.of(by.workspace(), id)), ETags.expected(ifMatch));
        return answer(store.of(by.workspace(), id));
    }

    private static ResponseEntity<AgentRouting> answer(AgentRouting routing) {
        return ResponseEntity.ok().eTag(ETags.of(routing.version())).body(routing);
    }
}
