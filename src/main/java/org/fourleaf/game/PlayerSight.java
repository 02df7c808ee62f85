package org.fourleaf.game;

import java.util.UUID;
import org.fourleaf.metrics.FigureSight;
import org.fourleaf.metrics.Figures;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose points, coins and progress somebody may see: their own, leads those of theirs, who sees all reports everybody's. */
@Component
@Transactional(readOnly = true)
public class PlayerSight {

    private final Agents agents;
    private final Figures figures;

    PlayerSight(Agents agents, Figures figures) {
        this.agents = agents;
        this.figures = figures;
    }

    /** @param reference an id, an address, or {@code me} @throws Refusal not found, also of whom the caller may not see */
    public PersonName seen(Actor by, String reference) {
        PersonName agent = find(by, reference);
        if (!sees(by, agent.id())) {
            throw Refusal.notFound("agent");
        }
        return agent;
    }

    /** Whoever is asked for. @param reference an id, an address, or {@code me} @throws Refusal not found */
    public PersonName find(Actor by, String reference) {
        return (reference.equals("me") ? agents.readable(by, by.agentId()) : agents.readable(by, reference)).named();
    }

    public boolean sees(Actor by, UUID agent) {
        FigureSight sight = figures.sight(by);
        return sight.all() || agent.equals(by.id()) || sight.members().contains(agent);
    }
}
