package org.fourleaf.screens;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** Screens stay up when who made them is erased. */
@Component
class ScreenTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(AgentTie.kept("screen", "made_by", "an id"));
    }
}
