package org.fourleaf.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.ActivityWords;
import org.fourleaf.platform.log.LogWindowQuery;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The very activities behind a figure, newest first: each kind is one ordered index scan, a page merges them. */
@Component
@Transactional(readOnly = true)
public class KpiActivityQuery {

    private static final int CURSOR_VALUES = 2;

    /** One activity. @param ticket its code, when the ticket is here; the id of one that is not */
    public record Counted(
            String id,
            Instant at,
            String kind,
            @Nullable String ticket,
            @Nullable String agent,
            @Nullable String department,
            @Nullable Channel channel,
            ObjectNode facts) {}

    private final JdbcClient jdbc;
    private final RowMapper<Recorded> lines;
    private final FigureNameQuery names;

    KpiActivityQuery(JdbcClient jdbc, JsonMapper json, FigureNameQuery names) {
        this.jdbc = jdbc;
        this.lines = LogWindowQuery.lines(json);
        this.names = names;
    }

    Page<Counted> page(Actor by, FigureSight sight, TimeSlice time, FigureFilter filter, List<Kpi> kpis, Slice slice) {
        Set<ActivityKind> kinds = EnumSet.noneOf(ActivityKind.class);
        kpis.forEach(kpi -> kinds.addAll(kpi.kinds()));
        return page(by, sight, time, filter, kinds, slice);
    }

    /** Of these kinds, which are at least one, and of those the caller may see. */
    public Page<Counted> page(
            Actor by,
            FigureSight sight,
            TimeSlice time,
            FigureFilter filter,
            Collection<ActivityKind> kinds,
            Slice slice) {
        Cursor after = slice.after(CURSOR_VALUES);
        Sql sql = Sql.of("select * from (");
        boolean first = true;
        for (ActivityKind kind : kinds) {
            sql.addIf(!first, "union all");
            sql.add("(select * from log l where l.workspace_id = ? and l.kind = " + kind.code(), by.workspace());
            sql.add("and l.at >= ? and l.at < ?", time.from(), time.to());
            if (after != null) {
                sql.add("and (l.at, l.seq) < (?, ?)", after.instant(0), after.number(1));
            }
            narrow(sql, sight, filter);
            sql.add("order by l.at desc, l.seq desc limit ?)", slice.fetch());
            first = false;
        }
        List<Recorded> found = sql.add(") as counted order by at desc, seq desc limit ?", slice.fetch())
                .on(jdbc)
                .query(lines)
                .list();
        Page<Recorded> page = slice.page(found, line -> Cursor.of(line.at(), line.seq()));
        return new Page<>(told(by, page.items()), page.next());
    }

    private static void narrow(Sql sql, FigureSight sight, FigureFilter filter) {
        sql.addIf(!filter.agents().isEmpty(), "and l.agent_id = any (?)", new ArrayList<>(filter.agents()));
        sql.addIf(
                !filter.departments().isEmpty(),
                "and l.department_id = any (?)",
                new ArrayList<>(filter.departments()));
        sql.addIf(
                !filter.channels().isEmpty(),
                "and l.channel = any (cast(? as smallint[]))",
                FigureQuery.numbers(List.copyOf(filter.channels())));
        if (filter.tag() != null) {
            sql.add("""
                    and exists (select 1 from case_tag t where t.workspace_id = l.workspace_id and t.ticket_id = l.ticket_id
                        and t.tag_id = ? and t.has)
                    """, filter.tag());
        }
        if (!sight.all()) {
            sql.add(
                    "and (l.agent_id = ? or l.department_id = any (?))",
                    sight.agent(),
                    sight.departments().toArray(UUID[]::new));
        }
    }

    private List<Counted> told(Actor by, List<Recorded> page) {
        Map<UUID, String> tickets = names.tickets(by.workspace(), ids(page, Recorded::ticket));
        Map<UUID, String> agents = names.agents(by.workspace(), ids(page, Recorded::agent));
        Map<UUID, String> departments = names.departments(by.workspace(), ids(page, Recorded::department));
        return page.stream()
                .map(line -> {
                    ObjectNode facts = line.facts().deepCopy();
                    facts.remove(ActivityWords.FACT);
                    return new Counted(
                            Long.toString(line.seq()),
                            line.at(),
                            line.kind().stored(),
                            name(line.ticket(), tickets),
                            name(line.agent(), agents),
                            name(line.department(), departments),
                            line.channel() == null ? null : Channel.ofCode(line.channel()),
                            facts);
                })
                .toList();
    }

    private static @Nullable String name(@Nullable UUID id, Map<UUID, String> names) {
        return id == null ? null : names.getOrDefault(id, id.toString());
    }

    private static Set<UUID> ids(List<Recorded> page, Function<Recorded, @Nullable UUID> part) {
        return page.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
