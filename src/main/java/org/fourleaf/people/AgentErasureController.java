package org.fourleaf.people;

import java.net.URI;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Erasing an agent who has left. */
@RestController
@RequestMapping("/api/v1/agents/{agent}/erasure")
class AgentErasureController {

    private final Agents agents;
    private final AgentErasing erasing;
    private final AgentErasureFollowing following;

    AgentErasureController(Agents agents, AgentErasing erasing, AgentErasureFollowing following) {
        this.agents = agents;
        this.erasing = erasing;
        this.following = following;
    }

    /** Takes away who they were, for good; what they did stays, as a neutral word's. Again does nothing. */
    @PostMapping
    ResponseEntity<AgentErasure> erase(Actor by, @PathVariable String agent) {
        UUID id = agents.readable(by, agent).id();
        erasing.erase(by, id);
        following.soon(by.workspace(), id);
        return ResponseEntity.created(URI.create("/api/v1/agents/" + id + "/erasure"))
                .body(erasing.find(by, id));
    }

    @GetMapping
    AgentErasure find(Actor by, @PathVariable String agent) {
        return erasing.find(by, agents.readable(by, agent).id());
    }
}
