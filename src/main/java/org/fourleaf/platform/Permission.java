package org.fourleaf.platform;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an agent's role may allow. Stored and shown by its lower-case name; roles are sets of these. */
public enum Permission {
    /** See and work on tickets of every department, whatever its access. */
    TICKETS_ALL,
    TICKETS_REPLY,
    TICKETS_ASSIGN,
    TICKETS_DELETE,
    CUSTOMERS_EDIT,
    /** Take out everything of a customer, and erase them. */
    CUSTOMERS_ERASE,
    REPORTS_ALL,
    DEPARTMENTS_MANAGE,
    AGENTS_MANAGE,
    MAILBOXES_MANAGE,
    TEXTS_MANAGE,
    TAGS_MANAGE,
    /** Make views that everybody has, and change those others share. */
    VIEWS_MANAGE,
    /** Make, change and switch rules and time rules, and the webhooks they call. */
    RULES_MANAGE,
    /** Say whether and how customers are asked, make surveys, and invalidate any rating. */
    RATINGS_MANAGE,
    /** Approve, hand out and refund what is bought in the reward shop, and take kudos back. */
    REWARDS_MANAGE,
    IMPORTS_RUN,
    AUDIT_READ,
    WORKSPACE_MANAGE;

    /** The stored name, such as {@code tickets_all}. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names this version does not know are left out, so that a role survives a downgrade. */
    public static Set<Permission> ofStored(Iterable<String> names) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String name : names) {
            for (Permission permission : values()) {
                if (permission.stored().equals(name)) {
                    permissions.add(permission);
                }
            }
        }
        return permissions;
    }
}
