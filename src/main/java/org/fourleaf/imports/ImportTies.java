package org.fourleaf.imports;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** What an erased agent was called elsewhere goes. */
@Component
class ImportTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.removed("import_key", "id").where("t.kind = 1"),
                AgentTie.kept("import", "started_by", "an id"));
    }
}
