package org.fourleaf.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away who an agent was, for good, once they have left. Name, address and whatever of them stands in their row go at once; what modules keep
 * follows in batches by {@link AgentErasureFollowing}. The row stays, and with it every figure, ledger and board that points to it.
 */
@Component
@Transactional
class AgentErasing {

    private static final int NAME_LENGTH_MIN = 2;

    private final AgentStore store;
    private final AgentEditing editing;
    private final AgentErasureStore erasures;
    private final ErasedAddressStore addresses;
    private final AvatarStore avatars;
    private final RoleStore roles;
    private final WorkspacePlace place;
    private final Log log;
    private final Clock clock;

    AgentErasing(
            AgentStore store,
            AgentEditing editing,
            AgentErasureStore erasures,
            ErasedAddressStore addresses,
            AvatarStore avatars,
            RoleStore roles,
            WorkspacePlace place,
            Log log,
            Clock clock) {
        this.store = store;
        this.editing = editing;
        this.erasures = erasures;
        this.addresses = addresses;
        this.avatars = avatars;
        this.roles = roles;
        this.place = place;
        this.log = log;
        this.clock = clock;
    }

    /** Does nothing a second time. @throws Refusal conflict while they are active, so also for the last owner; forbidden as for editing them */
    void erase(Actor by, UUID id) {
        by.mustHave(Permission.AGENTS_MANAGE);
        Agent agent = store.locked(by.workspace(), id).orElseThrow(() -> Refusal.notFound("agent"));
        if (agent.erasedAt() != null) {
            return;
        }
        editing.checkMayEdit(by, agent);
        if (agent.active()) {
            throw Refusal.conflict(
                    "agent-active",
                    "Deactivate the agent first, and say who gets their tickets. Then they can be erased.");
        }
        Instant now = clock.instant();
        String word = ErasedAgent.word(place.language(by.workspace()));
        erasures.add(by, new ErasedAgent(id, word, names(agent), List.of(agent.email())), now);
        addresses.add(by.workspace(), agent.email(), now);
        avatars.delete(by.workspace(), id);
        String plain = BuiltInRole.AGENT.stored();
        store.update(
                by.workspace(),
                agent.erased(word, plain, now),
                roles.byName(by.workspace(), plain).orElseThrow().id());
        log.write(by, new AgentErased(id));
    }

    /** @throws Refusal not found when nobody erased them */
    @Transactional(readOnly = true)
    AgentErasure find(Actor by, UUID id) {
        by.mustHave(Permission.AGENTS_MANAGE);
        return erasures.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("erasure"));
    }

    /** In full; a letter alone is no name. */
    private static List<String> names(Agent agent) {
        return Stream.of(agent.name(), agent.nameForCustomers())
                .map(String::strip)
                .filter(name -> name.length() >= NAME_LENGTH_MIN)
                .distinct()
                .toList();
    }
}
