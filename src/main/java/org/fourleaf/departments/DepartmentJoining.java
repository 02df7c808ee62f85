package org.fourleaf.departments;

import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agents join and leave departments. */
@Component
@Transactional
public class DepartmentJoining {

    private final DepartmentStore store;
    private final Log log;

    DepartmentJoining(DepartmentStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    public void join(Actor by, UUID department, UUID agent, DepartmentRole role, boolean solves) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        mustExist(by, department);
        try {
            store.putMember(by.workspace(), department, agent, role, solves);
        } catch (DataIntegrityViolationException e) {
            throw Refusal.notFound("agent");
        }
        log.write(by, new MembershipChanged(department, agent, true));
    }

    public void joinEverybody(Actor by, UUID department) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        mustExist(by, department);
        store.addEverybody(by.workspace(), department);
        log.write(by, new MembershipChanged(department, null, true));
    }

    public void leave(Actor by, UUID department, UUID agent) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        mustExist(by, department);
        store.removeMember(by.workspace(), department, agent);
        log.write(by, new MembershipChanged(department, agent, false));
    }

    private void mustExist(Actor by, UUID department) {
        if (store.find(by.workspace(), department).isEmpty()) {
            throw Refusal.notFound("department");
        }
    }
}
