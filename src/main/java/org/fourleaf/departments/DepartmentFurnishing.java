package org.fourleaf.departments;

import org.fourleaf.people.FirstChoices;
import org.fourleaf.people.WorkspaceFurnishing;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A new workspace's first department, with its owner in it: everything later hangs on a department, so it comes first. */
@Component
@Order(1)
class DepartmentFurnishing implements WorkspaceFurnishing {

    private final DepartmentStore store;
    private final MemberStore members;

    DepartmentFurnishing(DepartmentStore store, MemberStore members) {
        this.store = store;
        this.members = members;
    }

    @Override
    public void furnish(Actor owner, FirstChoices choices) {
        Department first = Departments.named(Ids.next(), Texts.line(choices.departmentName()), true);
        store.insert(owner.workspace(), first);
        members.put(
                owner.workspace(), first.id(), owner.agentId(), DepartmentJoining.Place.of(DepartmentRole.LEAD, true));
    }
}
