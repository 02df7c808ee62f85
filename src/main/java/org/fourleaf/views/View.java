package org.fourleaf.views;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;

/** A saved view as stored. @param agents and departments whom it is shared with */
record View(
        UUID id,
        String name,
        UUID owner,
        Sharing sharing,
        List<UUID> agents,
        List<UUID> departments,
        ConditionForm condition,
        List<String> columns,
        String sort,
        long version) {

    static final int SHARED_WITH_MAX = 100;
    static final int COLUMNS_MAX = 16;

    /** What a list can show, besides {@code fields.<key>}. */
    static final Set<String> COLUMNS = Set.of(
            "code",
            "subject",
            "customer",
            "company",
            "department",
            "assignee",
            "status",
            "sub_status",
            "priority",
            "type",
            "channel",
            "tags",
            "created",
            "updated",
            "last_message",
            "due");

    View {
        agents = List.copyOf(agents);
        departments = List.copyOf(departments);
        columns = List.copyOf(columns);
    }

    /** Its owner, and for what others find, whoever keeps the desk's views. */
    boolean isEditableBy(Actor by) {
        boolean own = owner.equals(by.id());
        return sharing == Sharing.PUBLIC
                ? by.may(Permission.VIEWS_MANAGE)
                : own || (sharing == Sharing.SHARED && by.may(Permission.VIEWS_MANAGE));
    }
}
