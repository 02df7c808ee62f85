package org.fourleaf.points;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fourleaf.game.GameCalendar;
import org.fourleaf.game.PlayerSight;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to points: agents read their own, leads those of theirs; who manages the workspace says what gives how many. */
@Component
@Transactional
class Points {

    /** @param activity the kind of what it is for @param line where that stands in the log */
    record Entry(
            UUID id,
            String rule,
            int points,
            Instant at,
            String activity,
            String line,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String ticket,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UUID reverses) {}

    /** @param month its first day */
    record Season(LocalDate month, long points) {}

    /** @param season this month's points @param seasons all months, latest first: ended ones don't change */
    record Ledger(
            PersonName agent,
            long season,
            long lifetime,
            List<Season> seasons,
            List<Entry> items,
            @Nullable String next) {}

    private final PointStore store;
    private final PointSums sums;
    private final PlayerSight sight;
    private final GameCalendar calendar;
    private final Tickets tickets;
    private final Log log;

    Points(PointStore store, PointSums sums, PlayerSight sight, GameCalendar calendar, Tickets tickets, Log log) {
        this.store = store;
        this.sums = sums;
        this.sight = sight;
        this.calendar = calendar;
        this.tickets = tickets;
        this.log = log;
    }

    @Transactional(readOnly = true)
    List<PointRule> rules(Actor by) {
        return store.rules(by.workspace());
    }

    PointRule change(Actor by, String id, UnaryOperator<PointRule> change) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        PointRule was = store.rules(by.workspace()).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("rule"));
        PointRule is = change.apply(was);
        if (!store.save(by.workspace(), is)) {
            throw Refusal.stale();
        }
        log.write(by, new PointRuleChanged(id, is.points(), is.perDayMax(), is.active()));
        return is;
    }

    /** @param reference an id, an address, or me @throws Refusal not found, also of whose points the caller may not see */
    @Transactional(readOnly = true)
    Ledger ledger(Actor by, String reference, Slice slice) {
        PersonName agent = sight.seen(by, reference);
        Page<PointEntry> page =
                slice.page(store.page(by.workspace(), agent.id(), slice), entry -> Cursor.of(entry.at(), entry.id()));
        Set<UUID> named = new HashSet<>();
        page.items().forEach(entry -> {
            if (entry.ticket() != null) {
                named.add(entry.ticket());
            }
        });
        Map<UUID, String> codes = new HashMap<>();
        tickets.byIds(by, named)
                .forEach(ticket -> codes.put(ticket.id(), ticket.code().toString()));
        Map<LocalDate, Long> seasons = sums.seasons(by.workspace(), agent.id());
        return new Ledger(
                agent,
                seasons.getOrDefault(calendar.today(by.workspace()).withDayOfMonth(1), 0L),
                seasons.values().stream().mapToLong(Long::longValue).sum(),
                seasons.entrySet().stream()
                        .map(season -> new Season(season.getKey(), season.getValue()))
                        .toList(),
                page.items().stream()
                        .map(entry -> new Entry(
                                entry.id(),
                                entry.rule(),
                                entry.points(),
                                entry.at(),
                                entry.kind().stored(),
                                Long.toString(entry.seq()),
                                entry.ticket() == null ? null : codes.get(entry.ticket()),
                                entry.reverses()))
                        .toList(),
                page.next());
    }
}
