package org.fourleaf.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to agents: every agent of a workspace may see every other. */
@Component
@Transactional(readOnly = true)
public class Agents {

    private static final int AT_WORK_MAX = 2_000;

    private final AgentStore store;
    private final RoleStore roles;

    Agents(AgentStore store, RoleStore roles) {
        this.store = store;
        this.roles = roles;
    }

    /** @throws Refusal not found */
    public Agent readable(Actor by, UUID id) {
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("agent"));
    }

    /** By id or by e-mail address. @throws Refusal not found */
    public Agent readable(Actor by, String reference) {
        return find(by, reference).orElseThrow(() -> Refusal.notFound("agent"));
    }

    /** Whether there is a role of this name. */
    public boolean isRole(Actor by, String name) {
        return roles.byName(by.workspace(), name).isPresent();
    }

    /** By id or by e-mail address, deactivated ones too. */
    public Optional<Agent> find(Actor by, String reference) {
        return Reference.id(reference)
                .flatMap(id -> store.find(by.workspace(), id))
                .or(() -> EmailAddress.ofLenient(reference).flatMap(email -> store.findByEmail(by.workspace(), email)));
    }

    /** Unknown ids are left out. */
    public Map<UUID, PersonName> names(Actor by, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.names(by.workspace(), ids).stream()
                        .collect(Collectors.toMap(PersonName::id, Function.identity()));
    }

    /** Everybody at work, by name; at most {@value #AT_WORK_MAX}. */
    public List<PersonName> atWork(Actor by) {
        List<PersonName> found = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Agent> page = page(by, true, new Slice(Limits.PAGE_SIZE_MAX, cursor));
            page.items().forEach(agent -> found.add(agent.named()));
            cursor = page.next();
        } while (cursor != null && found.size() < AT_WORK_MAX);
        return found;
    }

    /** @param active none for all */
    public Page<Agent> page(Actor by, @Nullable Boolean active, Slice slice) {
        return slice.page(store.page(by.workspace(), active, slice), agent -> Cursor.of(agent.name(), agent.id()));
    }
}
