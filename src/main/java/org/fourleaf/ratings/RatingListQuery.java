package org.fourleaf.ratings;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers said that somebody may see, the newest first: a merge of ordered index scans, one for what is their own and one for each
 * department they lead.
 */
@Component
@Transactional(readOnly = true)
class RatingListQuery {

    /** What is asked for; nothing given narrows nothing. @param to is not in it @param valid those that count, or those that do not */
    record Filter(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UUID agent,
            @Nullable UUID department,
            @Nullable UUID customer,
            @Nullable UUID ticket,
            Set<Verdict> ratings,
            Set<Measure> kinds,
            @Nullable Boolean valid) {

        static Filter none() {
            return new Filter(null, null, null, null, null, null, Set.of(), Set.of(), null);
        }
    }

    private static final String CARDS = """
            select r.id, r.measure, r.value, r.refused, r.given_at, r.subject_id, r.is_message, r.channel, r.version, r.department_id,
                r.invalidated_at, r.agent_id, a.email as agent_email, a.name as agent_name, d.name as department, r.customer_id,
                c.name as customer, c.erased_at is not null as erased, r.survey_id, s.name as survey, t.code, t.subject,
                t.department_id as place, w.comment, y.comment as reason, i.id as by_id, i.name as by_name
            """;

    private static final String JOINS = """
            left join agent a on a.workspace_id = r.workspace_id and a.id = r.agent_id
            left join agent i on i.workspace_id = r.workspace_id and i.id = r.invalidated_by
            left join department d on d.workspace_id = r.workspace_id and d.id = r.department_id
            left join customer c on c.workspace_id = r.workspace_id and c.id = r.customer_id
            left join ticket t on t.workspace_id = r.workspace_id and t.id = r.ticket_id
            left join survey s on s.workspace_id = r.workspace_id and s.id = r.survey_id
            left join activity_words w on w.workspace_id = r.workspace_id and w.id = r.words_id
            left join activity_words y on y.workspace_id = r.workspace_id and y.id = r.reason_words_id
            """;

    private final JdbcClient jdbc;
    private final Departments departments;
    private final RatingSights sights;

    RatingListQuery(JdbcClient jdbc, Departments departments, RatingSights sights) {
        this.jdbc = jdbc;
        this.departments = departments;
        this.sights = sights;
    }

    Page<RatingCard> page(Actor by, Filter filter, Slice slice) {
        RatingSight sight = sights.of(by);
        DepartmentSight seen = departments.seenBy(by);
        List<RatingCard> found = sql(by.workspace(), sight, filter, slice.after(2), slice.fetch())
                .on(jdbc)
                .query(Row.as(row -> card(row, sight, seen)))
                .list();
        return slice.page(found, last -> Cursor.of(last.at(), last.id()));
    }

    /** @throws Refusal not found for one they may not see */
    RatingCard readable(Actor by, UUID id) {
        RatingSight sight = sights.of(by);
        DepartmentSight seen = departments.seenBy(by);
        return Sql.of(CARDS + " from rating r " + JOINS + " where r.workspace_id = ? and r.id = ?", by.workspace(), id)
                .on(jdbc)
                .query(Row.as(row -> card(row, sight, seen)))
                .optional()
                .filter(card -> sight.sees(
                        card.agent() == null ? null : card.agent().id(),
                        card.department() == null ? null : card.department().id()))
                .orElseThrow(() -> Refusal.notFound("rating"));
    }

    /** What the plans are tested on. */
    static Sql sql(UUID workspace, RatingSight sight, Filter filter, @Nullable Cursor after, int limit) {
        Sql heads = Sql.of("");
        List<Sql> branches = branches(sight);
        for (int i = 0; i < branches.size(); i++) {
            heads.addIf(i > 0, "union");
            heads.add("(select r.id, r.given_at from rating r where r.workspace_id = ?", workspace)
                    .add(branches.get(i));
            narrow(heads, workspace, filter, after);
            heads.add("order by r.given_at desc, r.id desc limit ?)", limit);
        }
        return Sql.of(CARDS + " from (select id, given_at from (")
                .add(heads)
                .add(") as heads order by given_at desc, id desc limit ?) as h", limit)
                .add("join rating r on r.workspace_id = ? and r.id = h.id", workspace)
                .add(JOINS)
                .add("order by h.given_at desc, h.id desc");
    }

    private static List<Sql> branches(RatingSight sight) {
        if (sight.all()) {
            return List.of(Sql.of(""));
        }
        List<Sql> branches = new ArrayList<>();
        branches.add(Sql.of("and r.agent_id = ?", sight.agent()));
        sight.led().forEach(department -> branches.add(Sql.of("and r.department_id = ?", department)));
        return branches;
    }

    private static void narrow(Sql sql, UUID workspace, Filter filter, @Nullable Cursor after) {
        sql.addIf(filter.agent != null, "and r.agent_id = ?", or(filter.agent, workspace))
                .addIf(filter.department != null, "and r.department_id = ?", or(filter.department, workspace))
                .addIf(filter.customer != null, "and r.customer_id = ?", or(filter.customer, workspace));
        if (filter.from != null) {
            sql.add("and r.given_at >= ?", filter.from);
        }
        if (filter.to != null) {
            sql.add("and r.given_at < ?", filter.to);
        }
        if (filter.ticket != null) {
            // An answer may have moved to another ticket since, by a merge or a split.
            sql.add(
                    "and (r.ticket_id = ? or r.subject_id in (select m.id from message m where m.workspace_id = ? and m.ticket_id = ?))",
                    filter.ticket,
                    workspace,
                    filter.ticket);
        }
        if (!filter.ratings.isEmpty()) {
            sql.add("and r.measure = 1 and r.value in ("
                    + filter.ratings.stream()
                            .map(verdict -> String.valueOf(verdict.code()))
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        if (!filter.kinds.isEmpty()) {
            sql.add("and r.measure in ("
                    + filter.kinds.stream()
                            .map(measure -> String.valueOf(measure.code()))
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        if (filter.valid != null) {
            sql.add(filter.valid ? "and r.invalidated_at is null" : "and r.invalidated_at is not null");
        }
        if (after != null) {
            sql.add("and (r.given_at, r.id) < (?, ?)", after.instant(0), after.id(1));
        }
    }

    private static UUID or(@Nullable UUID id, UUID unused) {
        return id == null ? unused : id;
    }

    private static RatingCard card(Row row, RatingSight sight, DepartmentSight seen) throws SQLException {
        Measure measure = Measure.ofCode(row.number("measure"));
        int value = row.number("value");
        UUID agent = row.uuidOrNull("agent_id");
        UUID department = row.uuidOrNull("department_id");
        UUID place = row.uuidOrNull("place");
        Instant invalidatedAt = row.instantOrNull("invalidated_at");
        Integer channel = row.numberOrNull("channel");
        boolean rated = measure == Measure.RATING;
        return new RatingCard(
                row.uuid("id"),
                measure,
                rated ? Verdict.ofCode(value) : null,
                rated ? null : value,
                row.flag("refused"),
                row.textOrNull("comment"),
                row.instant("given_at"),
                place == null || !seen.sees(place)
                        ? null
                        : new RatingCard.OfTicket(row.text("code"), row.text("subject")),
                rated && row.flag("is_message") ? row.uuidOrNull("subject_id") : null,
                agent == null || row.textOrNull("agent_name") == null
                        ? null
                        : new Department.AgentName(agent, row.text("agent_email"), row.text("agent_name")),
                named(department, row.textOrNull("department")),
                channel == null ? null : Channel.ofCode(channel),
                row.flag("erased") ? null : named(row.uuidOrNull("customer_id"), row.textOrNull("customer")),
                named(row.uuidOrNull("survey_id"), row.textOrNull("survey")),
                invalidatedAt == null
                        ? null
                        : new RatingCard.Invalidated(
                                invalidatedAt,
                                named(row.uuidOrNull("by_id"), row.textOrNull("by_name")),
                                row.textOrNull("reason")),
                new RatingCard.Abilities(rated && sight.mayInvalidate(agent, department)),
                row.big("version"));
    }

    private static RatingCard.@Nullable Named named(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new RatingCard.Named(id, name);
    }
}
