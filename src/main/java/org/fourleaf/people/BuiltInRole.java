package org.fourleaf.people;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.fourleaf.platform.Permission;

/** The roles every workspace starts with. */
enum BuiltInRole {
    OWNER,
    ADMIN,
    LEAD,
    AGENT;

    Set<Permission> permissions() {
        return switch (this) {
            case OWNER, ADMIN -> EnumSet.allOf(Permission.class);
            case LEAD ->
                EnumSet.of(
                        Permission.TICKETS_REPLY,
                        Permission.TICKETS_ASSIGN,
                        Permission.TICKETS_DELETE,
                        Permission.CUSTOMERS_EDIT,
                        Permission.REPORTS_ALL,
                        Permission.TEXTS_MANAGE,
                        Permission.TAGS_MANAGE,
                        Permission.VIEWS_MANAGE,
                        Permission.REWARDS_MANAGE);
            case AGENT -> EnumSet.of(Permission.TICKETS_REPLY, Permission.TICKETS_ASSIGN, Permission.CUSTOMERS_EDIT);
        };
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
