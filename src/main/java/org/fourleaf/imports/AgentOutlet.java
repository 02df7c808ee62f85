package org.fourleaf.imports;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Agents as lines, by name. What they sign in with stays here. */
@Component
class AgentOutlet implements Outlet {

    private static final int PAGE_SIZE = 200;
    private static final String LANGUAGE_DEFAULT = "en";

    private final Agents agents;
    private final Departments departments;
    private final ImportKeyStore keys;

    AgentOutlet(Agents agents, Departments departments, ImportKeyStore keys) {
        this.agents = agents;
        this.departments = departments;
        this.keys = keys;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.AGENTS;
    }

    @Override
    public void write(Actor by, Range range, Sink sink) throws IOException {
        @Nullable String cursor = null;
        do {
            Page<Agent> page = agents.page(by, null, new Slice(PAGE_SIZE, cursor));
            List<UUID> ids = page.items().stream().map(Agent::id).toList();
            Map<UUID, String> externalIds = keys.externalIds(by.workspace(), ImportKeyStore.Kind.AGENT, ids);
            Map<UUID, List<String>> names = departments.namesByAgent(by, ids);
            for (Agent agent : page.items()) {
                sink.line(line(
                        agent,
                        externalIds.getOrDefault(agent.id(), agent.id().toString()),
                        names.getOrDefault(agent.id(), List.of())));
            }
            cursor = page.next();
        } while (cursor != null);
    }

    private static ObjectNode line(Agent agent, String externalId, List<String> departments) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("external_id", externalId);
        line.put("email", agent.email());
        line.put("name", agent.name());
        line.put("role", agent.role());
        OutletFields.putList(line, "departments", departments);
        OutletFields.putUnlessNull(line, "alias", agent.alias());
        if (!agent.language().equals(LANGUAGE_DEFAULT)) {
            line.put("language", agent.language());
        }
        OutletFields.putUnlessNull(line, "time_zone", agent.timeZone());
        OutletFields.putListUnlessEmpty(line, "languages", agent.languages());
        OutletFields.putListUnlessEmpty(line, "skills", agent.skills());
        if (!agent.active()) {
            line.put("active", false);
        }
        return line;
    }
}
