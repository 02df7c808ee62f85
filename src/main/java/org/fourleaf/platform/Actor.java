package org.fourleaf.platform;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does it, and in which workspace: first parameter of every use case, and in every record of the log.
 *
 * @param id the agent, customer, rule or import; none for the clock and the system
 * @param permissions what an agent's role (and a token's scopes) allow; everything for the system's own kinds
 */
public record Actor(UUID workspace, Kind kind, @Nullable UUID id, String name, Set<Permission> permissions) {

    /** Codes are stored in the log: never change one. */
    public enum Kind {
        AGENT(1),
        CUSTOMER(2),
        RULE(3),
        CLOCK(4),
        IMPORT(5),
        SYSTEM(6);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        public static Kind ofCode(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no actor kind " + code);
        }
    }

    public Actor {
        permissions = permissions.isEmpty() ? Set.of() : Set.copyOf(permissions);
    }

    public static Actor agent(UUID workspace, UUID id, String name, Set<Permission> permissions) {
        return new Actor(workspace, Kind.AGENT, id, name, permissions);
    }

    public static Actor customer(UUID workspace, UUID id, String name) {
        return new Actor(workspace, Kind.CUSTOMER, id, name, EnumSet.allOf(Permission.class));
    }

    public static Actor clock(UUID workspace) {
        return new Actor(workspace, Kind.CLOCK, null, "clock", EnumSet.allOf(Permission.class));
    }

    public static Actor system(UUID workspace) {
        return new Actor(workspace, Kind.SYSTEM, null, "system", EnumSet.allOf(Permission.class));
    }

    /** A rule acts with everybody's rights, under its own name. */
    public static Actor rule(UUID workspace, UUID rule, String name) {
        return new Actor(workspace, Kind.RULE, rule, name, EnumSet.allOf(Permission.class));
    }

    public static Actor imports(UUID workspace, UUID importId) {
        return new Actor(workspace, Kind.IMPORT, importId, "import", EnumSet.allOf(Permission.class));
    }

    public boolean isAgent() {
        return kind == Kind.AGENT;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** @throws Refusal forbidden, naming the permission that is missing */
    public void mustHave(Permission permission) {
        if (!may(permission)) {
            throw Refusal.forbidden("permission-missing", "This needs the permission " + permission.stored() + ".");
        }
    }

    /** The acting agent. @throws Refusal when something else than an agent acts */
    public UUID agentId() {
        if (kind != Kind.AGENT || id == null) {
            throw Refusal.forbidden("agent-needed", "Only an agent can do this.");
        }
        return id;
    }
}
