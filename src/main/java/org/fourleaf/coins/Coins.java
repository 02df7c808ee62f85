package org.fourleaf.coins;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.game.PlayerSight;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to coins: agents read their own, leads those of theirs; who manages the workspace gives and takes some with a reason. */
@Component
@Transactional
class Coins {

    static final int GRANT_MAX = 100_000;

    /**
     * @param activity the kind of what it is for
     * @param line where that stands in the log; none of orders and grants
     * @param about the badge, quest or kudos
     */
    record Entry(
            UUID id,
            String rule,
            int coins,
            Instant at,
            String activity,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String line,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UUID order,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String about,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            PersonName by,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {}

    /** What the caller may do. @param grant give and take coins */
    record Abilities(boolean grant) {}

    /** @param balance what is there to spend; below zero only when what was earned was taken back after it was spent */
    record Ledger(
            PersonName agent,
            long balance,
            List<Entry> items,
            @Nullable String next,
            Abilities abilities) {}

    private final CoinStore store;
    private final Purse purse;
    private final PlayerSight sight;
    private final Agents agents;

    Coins(CoinStore store, Purse purse, PlayerSight sight, Agents agents) {
        this.store = store;
        this.purse = purse;
        this.sight = sight;
        this.agents = agents;
    }

    /** @param reference an id, an address, or me @throws org.fourleaf.platform.Refusal not found, also of whose the caller may not see */
    @Transactional(readOnly = true)
    Ledger ledger(Actor by, String reference, Slice slice) {
        PersonName agent = sight.seen(by, reference);
        Page<CoinEntry> page =
                slice.page(store.page(by.workspace(), agent.id(), slice), entry -> Cursor.of(entry.at(), entry.id()));
        Set<UUID> granters = new HashSet<>();
        page.items().forEach(entry -> {
            if (entry.by() != null) {
                granters.add(entry.by());
            }
        });
        Map<UUID, PersonName> names = agents.names(by, granters);
        return new Ledger(
                agent,
                store.balance(by.workspace(), agent.id()),
                page.items().stream().map(entry -> shown(entry, names)).toList(),
                page.next(),
                new Abilities(by.may(Permission.WORKSPACE_MANAGE)));
    }

    /**
     * @param coins below zero takes
     * @throws org.fourleaf.platform.Refusal conflict when more would be taken than there is
     */
    Entry grant(Actor by, String reference, int coins, String reason) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        PersonName agent = sight.seen(by, reference);
        CoinEntry entry = purse.granted(by, agent.id(), coins, reason);
        return shown(entry, by.isAgent() ? agents.names(by, Set.of(by.agentId())) : Map.of());
    }

    private static Entry shown(CoinEntry entry, Map<UUID, PersonName> names) {
        return new Entry(
                entry.id(),
                entry.rule(),
                entry.coins(),
                entry.at(),
                entry.kind().stored(),
                entry.seq() == null ? null : Long.toString(entry.seq()),
                entry.order(),
                entry.about(),
                entry.by() == null ? null : names.get(entry.by()),
                entry.reason());
    }
}
