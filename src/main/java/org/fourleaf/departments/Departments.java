package org.fourleaf.departments;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to departments: which there are, and whose tickets somebody may see. */
@Component
@Transactional(readOnly = true)
public class Departments {

    static final int REOPEN_DAYS_DEFAULT = 14;

    private final DepartmentStore store;
    private final MemberStore members;

    Departments(DepartmentStore store, MemberStore members) {
        this.store = store;
        this.members = members;
    }

    /** Everything for those with {@link Permission#TICKETS_ALL} and for the desk's own doings; else by membership and access. */
    public DepartmentSight seenBy(Actor by) {
        boolean all = !by.isAgent() || by.may(Permission.TICKETS_ALL);
        return new DepartmentSight(all, store.idsSeenBy(by.workspace(), all ? null : by.id()));
    }

    /** How somebody stands towards one department: cheaper than {@link #seenBy} where only one is asked about. */
    public Standing standingIn(Actor by, UUID department) {
        if (!by.isAgent()) {
            return new Standing(true, null);
        }
        Standing own = store.standing(by.workspace(), department, by.agentId());
        return by.may(Permission.TICKETS_ALL) ? new Standing(true, own.role()) : own;
    }

    /** Whether somebody sees a department's tickets, and what they do in it; no role for who is not in it. */
    public record Standing(boolean sees, @Nullable DepartmentRole role) {

        /** Who sees a department without being in it may write. */
        public boolean onlyReads() {
            return role == DepartmentRole.READER;
        }
    }

    public List<Department> all(Actor by) {
        DepartmentSight sight = seenBy(by);
        return store.all(by.workspace()).stream()
                .filter(department -> sight.sees(department.id()))
                .toList();
    }

    public Department readable(Actor by, UUID id) {
        return store.find(by.workspace(), id)
                .filter(found -> seenBy(by).sees(found.id()))
                .orElseThrow(() -> Refusal.notFound("department"));
    }

    /** By id or by name. Departments can be transferred to without being seen, so this asks for no access. */
    public Optional<UUID> find(Actor by, String reference) {
        Optional<UUID> byName = store.idByName(by.workspace(), reference);
        if (byName.isPresent()) {
            return byName;
        }
        try {
            return store.find(by.workspace(), UUID.fromString(reference)).map(Department::id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether an agent, whoever asks, may see a department's tickets. */
    public boolean agentSees(Actor by, UUID agent, UUID department) {
        return store.agentSees(by.workspace(), agent, department, Permission.TICKETS_ALL.stored());
    }

    /**
     * Where a ticket goes that is to go there: itself, or, when it was deleted meanwhile, the department that got its tickets. It can't
     * be deleted until the transaction ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID standing(Actor by, UUID department) {
        return store.hold(by.workspace(), department).orElseThrow(() -> Refusal.notFound("department"));
    }

    /** Without access asked: for the desk's own doings. */
    public Optional<Department> byId(Actor by, UUID id) {
        return store.find(by.workspace(), id);
    }

    /** What an agent does in each department they are in. */
    public Map<UUID, DepartmentRole> rolesOf(Actor by, UUID agent) {
        return members.roles(by.workspace(), agent);
    }

    /** Where an agent takes tickets by To solve, and in which order. */
    public Map<UUID, SolveOrder> solvedBy(Actor by, UUID agent) {
        return members.solvedBy(by.workspace(), agent);
    }

    /** Whether one leads a department the other is in. */
    public boolean leads(Actor by, UUID member) {
        return by.isAgent() && members.leads(by.workspace(), by.agentId(), member);
    }

    /** All agents at work who may see a department's tickets. */
    public List<UUID> agentsWhoSee(Actor by, UUID department) {
        return store.agentsWhoSee(by.workspace(), department, Permission.TICKETS_ALL.stored());
    }

    /** Everybody who is in a department; nobody when there is none. */
    public Set<UUID> members(Actor by, UUID department) {
        return members.ids(by.workspace(), department);
    }

    /** Where a ticket goes when nobody says otherwise. */
    public UUID defaultId(Actor by) {
        return store.defaultId(by.workspace());
    }

    /** By department, who at work works in it; readers don't. Without access asked. */
    public Map<UUID, List<UUID>> workersOfAll(Actor by) {
        return members.workers(by.workspace());
    }

    public Map<UUID, List<String>> namesByAgent(Actor by, Collection<UUID> agents) {
        return agents.isEmpty() ? Map.of() : members.namesByAgent(by.workspace(), agents);
    }

    /** A new department as it is before anybody edits it: open to all, reopening for two weeks. */
    public static Department named(UUID id, String name, boolean isDefault) {
        return new Department(
                id,
                name,
                null,
                DepartmentAccess.ALL,
                null,
                REOPEN_DAYS_DEFAULT,
                isDefault,
                true,
                SolveOrder.IMPORTANCE,
                RoutingMode.PULL,
                null,
                null,
                null,
                AfterTalk.ANSWERED,
                AfterTalk.ANSWERED,
                true,
                List.of(),
                1);
    }
}
