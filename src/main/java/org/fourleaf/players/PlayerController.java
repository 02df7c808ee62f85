package org.fourleaf.players;

import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agents as players, over HTTP. */
@RestController
@RequestMapping("/api/v1/game/agents")
class PlayerController {

    private final Players players;

    PlayerController(Players players) {
        this.players = players;
    }

    /** Where everybody is, and which badges they show. */
    @GetMapping
    Page<Players.Player> list(Actor by) {
        return new Page<>(players.all(by), null);
    }

    /** @param agent an id, an address, or {@code me} */
    @GetMapping("/{agent}")
    Players.Page get(Actor by, @PathVariable String agent) {
        return players.of(by, agent);
    }
}
