package org.fourleaf.metrics;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** Every figure keeps its sum: an erased agent is an id in it. */
@Component
class FigureTies implements AgentTies {

    private static final String FIGURE = "figures keep their sums, by an id";

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.kept("figure_quarter", "agent_id", FIGURE),
                AgentTie.kept("figure_day", "agent_id", FIGURE),
                AgentTie.kept("figure_tag_quarter", "agent_id", FIGURE),
                AgentTie.kept("figure_tag_day", "agent_id", FIGURE),
                AgentTie.kept("figure_customer", "agent_id", FIGURE),
                AgentTie.kept("figure_disposition", "agent_id", FIGURE),
                AgentTie.kept("figure_word", "agent_id", FIGURE),
                AgentTie.kept("figure_bin_quarter", "agent_id", FIGURE),
                AgentTie.kept("case_file", "agent_id", FIGURE),
                AgentTie.kept("case_again", "agent_id", FIGURE),
                AgentTie.kept("case_tagged", "agent_id", FIGURE),
                AgentTie.kept("rating_mark", "agent_id", FIGURE),
                AgentTie.kept("presence_mark", "agent_id", FIGURE),
                AgentTie.kept("presence_span", "agent_id", FIGURE));
    }
}
