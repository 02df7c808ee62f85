package org.fourleaf.departments;

import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Given;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agents join and leave departments: by those who manage departments, and by who leads the department. */
@Component
@Transactional
public class DepartmentJoining {

    /** What an agent does in a department; what is left out stays, or is what new members start with: solver, in all channels. */
    record Place(
            @Nullable DepartmentRole role,
            @Nullable Boolean solves,
            @Nullable Set<ServedChannel> channels,
            Given<String> signatureHtml) {

        static Place of(DepartmentRole role, boolean solves) {
            return new Place(role, solves, null, Given.nothing());
        }
    }

    private final DepartmentStore store;
    private final MemberStore members;
    private final Log log;

    DepartmentJoining(DepartmentStore store, MemberStore members, Log log) {
        this.store = store;
        this.members = members;
        this.log = log;
    }

    public void join(Actor by, UUID department, UUID agent, DepartmentRole role, boolean solves) {
        join(by, department, agent, Place.of(role, solves));
    }

    void join(Actor by, UUID department, UUID agent, Place place) {
        mustManage(by, department);
        try {
            members.put(by.workspace(), department, agent, place);
        } catch (DataIntegrityViolationException e) {
            throw Refusal.notFound("agent");
        }
        log.write(by, new MembershipChanged(department, agent, true));
    }

    public void joinEverybody(Actor by, UUID department) {
        mustManage(by, department);
        members.putEverybody(by.workspace(), department);
        log.write(by, new MembershipChanged(department, null, true));
    }

    public void leave(Actor by, UUID department, UUID agent) {
        mustManage(by, department);
        members.remove(by.workspace(), department, agent);
        log.write(by, new MembershipChanged(department, agent, false));
    }

    private void mustManage(Actor by, UUID department) {
        Department found = store.find(by.workspace(), department).orElseThrow(() -> Refusal.notFound("department"));
        if (!by.isAgent() || !found.isLedBy(by.id())) {
            by.mustHave(Permission.DEPARTMENTS_MANAGE);
        }
    }
}
