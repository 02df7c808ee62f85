package org.fourleaf.reports;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.fourleaf.people.ErasedAgent;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports an erased agent kept for themselves go; shared ones stay, and are sent to them no more. */
@Component
class ReportTies implements AgentTies {

    private final SavedReportStore store;

    ReportTies(SavedReportStore store) {
        this.store = store;
    }

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.removed("saved_report", "owner_id")
                        .where("not t.everyone and t.agents = '{}' and t.departments = '{}'"),
                AgentTie.kept("saved_report", "owner_id", "others work with it"),
                AgentTie.takenOut("saved_report", "agents"),
                AgentTie.removed("report_mail", "agent_id"),
                AgentTie.unnamed("saved_report", "name"));
    }

    @Override
    public @Nullable String erase(Actor by, ErasedAgent who, @Nullable String place) {
        who.addresses().forEach(address -> store.askById(by.workspace(), who.agent(), address));
        return null;
    }
}
