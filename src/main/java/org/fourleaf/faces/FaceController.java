package org.fourleaf.faces;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drawn faces over HTTP. */
@RestController
@RequestMapping("/api/v1/agents/{agent}")
class FaceController {

    record Choice(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String face) {}

    private final Faces faces;
    private final Agents agents;

    FaceController(Faces faces, Agents agents) {
        this.faces = faces;
        this.agents = agents;
    }

    /** All of them, with the level that opens each. */
    @GetMapping("/faces")
    Page<Faces.Card> list(Actor by, @PathVariable String agent) {
        return new Page<>(faces.of(by, found(by, agent)), null);
    }

    /** Makes one of them the agent's picture. */
    @PutMapping("/avatar/drawn")
    ResponseEntity<Void> choose(Actor by, @PathVariable String agent, @Valid @RequestBody Choice choice) {
        faces.choose(by, found(by, agent), choice.face);
        return ResponseEntity.noContent().build();
    }

    private UUID found(Actor by, String agent) {
        return agent.equals("me") ? by.agentId() : agents.readable(by, agent).id();
    }
}
