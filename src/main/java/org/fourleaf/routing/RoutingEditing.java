package org.fourleaf.routing;

import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes how the workspace hands out work and how one agent gets it; leads change it for the members of their departments. */
@Component
@Transactional
class RoutingEditing {

    private final RoutingSettingStore settings;
    private final AgentRoutingStore agents;
    private final Departments departments;
    private final Log log;

    RoutingEditing(RoutingSettingStore settings, AgentRoutingStore agents, Departments departments, Log log) {
        this.settings = settings;
        this.agents = agents;
        this.departments = departments;
        this.log = log;
    }

    /** @throws Refusal stale when it was changed meanwhile */
    void change(Actor by, RoutingSettings wanted, @Nullable Long expectedVersion) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        if ((expectedVersion != null && expectedVersion != wanted.version()) || !settings.put(by.workspace(), wanted)) {
            throw Refusal.stale();
        }
        log.write(by, new RoutingChanged(wanted.version() + 1));
    }

    /** @throws Refusal stale when it was changed meanwhile */
    void change(Actor by, AgentRouting wanted, @Nullable Long expectedVersion) {
        mustManage(by, wanted.agent());
        if ((expectedVersion != null && expectedVersion != wanted.version()) || !agents.put(by.workspace(), wanted)) {
            throw Refusal.stale();
        }
        log.write(by, new AgentRoutingChanged(wanted.agent(), wanted.onlyToSolve()));
    }

    private void mustManage(Actor by, UUID agent) {
        if (!departments.leads(by, agent) || agent.equals(by.id())) {
            by.mustHave(Permission.AGENTS_MANAGE);
        }
    }
}
