package org.fourleaf.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.Actor;

/** What the module above, departments, knows of agents: asked when an agent is shown, told when one is added with departments. */
public interface AgentDepartments {

    /** The names of each agent's departments, in order; agents without any may be left out. */
    Map<UUID, List<String>> namesOf(Actor by, Collection<UUID> agents);

    /** Puts a new agent into the departments of these names. @throws org.fourleaf.platform.Refusal when one is unknown */
    void join(Actor by, UUID agent, List<String> departments);
}
