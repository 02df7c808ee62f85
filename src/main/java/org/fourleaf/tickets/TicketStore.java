package org.fourleaf.tickets;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Loads and saves tickets, and with each change of status or department the deltas that the counters are summed from. */
@Component
class TicketStore {

    static final String COLUMNS = """
            id, code, subject, status, priority, type, department_id, assignee_id, customer_id, company_id, channel, mailbox_id,
            created_at, last_message_at, status_since, due_at, postponed_until, status_before, first_assigned_at,
            first_answered_at, resolved_at, disposition, merged_into, linked_from, snippet, message_count, has_attachments,
            sla_level_id, sla_origin, sla_standing, waiting_since, version
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DueStore dues;
    private final LevelledTicketStore levelled;
    private final Clock clock;

    TicketStore(JdbcClient jdbc, JsonMapper json, DueStore dues, LevelledTicketStore levelled, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.dues = dues;
        this.levelled = levelled;
        this.clock = clock;
    }

    Optional<Ticket> find(UUID workspace, TicketCode code) {
        return jdbc.sql("select " + COLUMNS + " from ticket where workspace_id = :w and code = :code")
                .param("w", workspace)
                .param("code", code.text())
                .query(Row.as(TicketStore::ticket))
                .optional();
    }

    Optional<Ticket> find(UUID workspace, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from ticket where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(TicketStore::ticket))
                .optional();
    }

    List<Ticket> findAll(UUID workspace, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select " + COLUMNS + " from ticket where workspace_id = :w and id = any (:ids)")
                        .param("w", workspace)
                        .param("ids", Sql.bind(ids))
                        .query(Row.as(TicketStore::ticket))
                        .list();
    }

    /** The last that came, merged ones left out; ids are drawn in the order of time. */
    List<Ticket> newest(UUID workspace, DepartmentSight sight, int limit) {
        return Sql.of("select " + COLUMNS + " from ticket where workspace_id = ? and merged_into is null", workspace)
                .addIf(!sight.all(), "and department_id = any (?)", sight.ids())
                .add("order by id desc limit ?", limit)
                .on(jdbc)
                .query(Row.as(TicketStore::ticket))
                .list();
    }

    /** Locks the row until the transaction ends: changes of one ticket happen one after the other, and so do their log lines. */
    Optional<Ticket> lock(UUID workspace, TicketCode code) {
        return jdbc.sql("select " + COLUMNS + " from ticket where workspace_id = :w and code = :code for update")
                .param("w", workspace)
                .param("code", code.text())
                .query(Row.as(TicketStore::ticket))
                .optional();
    }

    Optional<Ticket> lock(UUID workspace, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from ticket where workspace_id = :w and id = :id for update")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(TicketStore::ticket))
                .optional();
    }

    /** A ticket that went to another department with all the rest of its own. */
    record Moved(UUID id, @Nullable UUID assignee, int channel, TicketStatus status, boolean merged) {}

    /** Moves some tickets of a department, whatever their state, in one statement, with the deltas of their counts. */
    List<Moved> moveSome(Actor by, UUID department, UUID into, int limit) {
        UUID workspace = by.workspace();
        List<Moved> moved = jdbc.sql("""
                        update ticket t set department_id = :into, updated_at = :now, version = version + 1
                        from (select id from ticket where workspace_id = :w and department_id = :department
                            limit :limit for update) as chosen
                        where t.workspace_id = :w and t.id = chosen.id
                        returning t.id, t.assignee_id, t.channel, t.status, t.merged_into is not null as merged
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("into", into)
                .param("now", Sql.bind(clock.instant()))
                .param("limit", limit)
                .query(Row.as(row -> new Moved(
                        row.uuid("id"),
                        row.uuidOrNull("assignee_id"),
                        row.number("channel"),
                        TicketStatus.ofCode(row.number("status")),
                        row.flag("merged"))))
                .list();
        Map<TicketStatus, Long> counted = moved.stream()
                .filter(ticket -> !ticket.merged)
                .collect(Collectors.groupingBy(Moved::status, Collectors.counting()));
        counted.forEach((status, n) -> {
            count(workspace, department, status, -n.intValue());
            count(workspace, into, status, n.intValue());
        });
        List<UUID> ids = moved.stream().map(Moved::id).toList();
        dues.moveDepartment(workspace, ids, department, into);
        levelled.resettle(by, levelled.lockInOrder(workspace, ids));
        return moved;
    }

    /** Postponed tickets whose time has come. */
    List<UUID> due(UUID workspace, Instant moment, int limit) {
        return jdbc.sql("""
                        select id from ticket where workspace_id = :w and status = 7 and postponed_until <= :moment
                            and merged_into is null
                        limit :limit
                        """)
                .param("w", workspace)
                .param("moment", Sql.bind(moment))
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    /** Sums each counter's deltas into one row, where there are more than a few. */
    void foldCounts(UUID workspace) {
        jdbc.sql("""
                        with gone as (
                            delete from ticket_count where workspace_id = :w
                                and (department_id, status) in (
                                    select department_id, status from ticket_count where workspace_id = :w
                                    group by department_id, status having count(*) > 20)
                            returning department_id, status, n)
                        insert into ticket_count (workspace_id, department_id, status, id, n)
                        select :w, department_id, status, gen_random_uuid(), sum(n) from gone
                        group by department_id, status having sum(n) <> 0
                        """).param("w", workspace).update();
    }

    /** @return false when the code is taken and another must be drawn */
    boolean insert(UUID workspace, Ticket ticket) {
        int rows = jdbc.sql("""
                        insert into ticket (workspace_id, id, code, subject, status, priority, type, department_id, assignee_id,
                            customer_id, company_id, channel, mailbox_id, created_at, updated_at, last_message_at, status_since,
                            due_at, first_assigned_at, linked_from, snippet, message_count, has_attachments)
                        values (:w, :id, :code, :subject, :status, :priority, :type, :department, :assignee, :customer, :company,
                            :channel, :mailbox, :createdAt, :updatedAt, :lastMessageAt, :statusSince, :dueAt, :firstAssignedAt,
                            :linkedFrom, :snippet, :messageCount, :hasAttachments)
                        on conflict (workspace_id, code) do nothing
                        """)
                .param("w", workspace)
                .param("id", ticket.id())
                .param("code", ticket.code().text())
                .param("subject", ticket.subject())
                .param("status", ticket.status().code())
                .param("priority", ticket.priority().code())
                .param("type", ticket.type())
                .param("department", ticket.department())
                .param("assignee", ticket.assignee())
                .param("customer", ticket.customer())
                .param("company", ticket.company())
                .param("channel", ticket.channel().code())
                .param("mailbox", ticket.mailbox())
                .param("createdAt", Sql.bind(ticket.createdAt()))
                .param("updatedAt", Sql.bind(ticket.createdAt()))
                .param("lastMessageAt", Sql.bind(ticket.lastMessageAt()))
                .param("statusSince", Sql.bind(ticket.statusSince()))
                .param("dueAt", Sql.bind(ticket.dueAt()))
                .param("firstAssignedAt", Sql.bind(ticket.firstAssignedAt()))
                .param("linkedFrom", ticket.linkedFrom())
                .param("snippet", ticket.snippet())
                .param("messageCount", ticket.messageCount())
                .param("hasAttachments", ticket.hasAttachments())
                .update();
        if (rows == 1) {
            count(workspace, ticket.department(), ticket.status(), 1);
        }
        return rows == 1;
    }

    /** Saves a change of a locked ticket, with what follows from it in other tables, and returns it with its new version. */
    Ticket update(Actor by, Ticket was, Ticket wanted) {
        UUID workspace = by.workspace();
        Ticket now = levelled.kept(by, was, wanted);
        // A merged ticket is in no list and no count.
        boolean merged = was.mergedInto() != null;
        boolean restated = !merged && was.status() != now.status();
        boolean moved = restated || (!merged && !was.department().equals(now.department()));
        boolean listed = !now.status().isOut();
        boolean relisted = !merged
                && (listed == was.status().isOut() || !now.lastMessageAt().equals(was.lastMessageAt()));
        Ticket saved = jdbc.sql("""
                        with saved as (
                            update ticket set subject = :subject, status = :status, priority = :priority, type = :type,
                                department_id = :department, assignee_id = :assignee, updated_at = :updatedAt,
                                last_message_at = :lastMessageAt, status_since = :statusSince, postponed_until = :postponedUntil,
                                status_before = :statusBefore, first_assigned_at = :firstAssignedAt,
                                first_answered_at = :firstAnsweredAt, resolved_at = :resolvedAt, disposition = :disposition,
                                snippet = :snippet,
                                message_count = :messageCount, has_attachments = :hasAttachments, due_at = :dueAt,
                                sla_level_id = :level, sla_origin = :origin, sla_standing = :standing,
                                waiting_since = :waitingSince, version = version + 1
                            where workspace_id = :w and id = :id
                            returning
                        """ + COLUMNS + """
                        ), counted as (
                            insert into ticket_count (workspace_id, department_id, status, id, n)
                            select :w, delta.* from (values
                                (cast(:departmentWas as uuid), cast(:statusWas as smallint), cast(:leaves as uuid), -1),
                                (cast(:department as uuid), cast(:status as smallint), cast(:comes as uuid), 1)) as delta
                            where :moved
                        ), ended as (
                            delete from ticket_sub_status where :restated and workspace_id = :w and ticket_id = :id
                        ), relisted as (
                            update ticket_tag set live = :listed, last_at = :lastMessageAt
                            where :relisted and workspace_id = :w and ticket_id = :id)
                        select * from saved
                        """)
                .param("w", workspace)
                .param("id", now.id())
                .param("subject", now.subject())
                .param("status", now.status().code())
                .param("priority", now.priority().code())
                .param("type", now.type())
                .param("department", now.department())
                .param("assignee", now.assignee(), Types.OTHER)
                .param("updatedAt", Sql.bind(clock.instant()))
                .param("lastMessageAt", Sql.bind(now.lastMessageAt()))
                .param("statusSince", Sql.bind(now.statusSince()))
                .param("postponedUntil", Sql.bind(now.postponedUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "statusBefore",
                        now.statusBefore() == null ? null : now.statusBefore().code(),
                        Types.INTEGER)
                .param("firstAssignedAt", Sql.bind(now.firstAssignedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("firstAnsweredAt", Sql.bind(now.firstAnsweredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("resolvedAt", Sql.bind(now.resolvedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("disposition", now.disposition(), Types.VARCHAR)
                .param("snippet", now.snippet())
                .param("messageCount", now.messageCount())
                .param("hasAttachments", now.hasAttachments())
                .param("moved", moved)
                .param("departmentWas", was.department())
                .param("statusWas", was.status().code())
                .param("leaves", Ids.next())
                .param("comes", Ids.next())
                .param("restated", restated)
                .param("relisted", relisted)
                .param("listed", listed)
                .param("dueAt", Sql.bind(now.dueAt()))
                .param("level", now.sla().level(), Types.OTHER)
                .param("origin", now.sla().origin().code())
                .param("standing", now.sla().standing().code())
                .param("waitingSince", Sql.bind(now.waitingSince()), Types.TIMESTAMP_WITH_TIMEZONE)
                .query(Row.as(TicketStore::ticket))
                .single();
        dues.follow(workspace, List.of(new DueStore.Changed(was, now)));
        return saved;
    }

    ObjectNode fields(UUID workspace, UUID ticket) {
        return jdbc.sql("select fields from ticket where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", ticket)
                .query(Row.as(row -> json.readValue(row.text("fields"), ObjectNode.class)))
                .single();
    }

    /** Takes a locked ticket out of every list and count, as merged into another. */
    void mergeAway(Actor by, Ticket ticket, UUID target) {
        setMergedInto(by, ticket, target);
        count(by.workspace(), ticket.department(), ticket.status(), -1);
    }

    /** Puts a locked merged ticket back into its lists and counts. */
    void bringBack(Actor by, Ticket ticket) {
        setMergedInto(by, ticket, null);
        count(by.workspace(), ticket.department(), ticket.status(), 1);
    }

    /** Before a ticket is removed for good. */
    void leaveCounts(UUID workspace, Ticket ticket) {
        if (ticket.mergedInto() == null) {
            count(workspace, ticket.department(), ticket.status(), -1);
        }
    }

    private void setMergedInto(Actor by, Ticket ticket, @Nullable UUID target) {
        UUID workspace = by.workspace();
        Ticket now = levelled.kept(by, ticket, ticket.withMergedInto(target));
        jdbc.sql("""
                        update ticket set merged_into = :target, updated_at = :now, due_at = :dueAt, sla_standing = :standing,
                            version = version + 1
                        where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", ticket.id())
                .param("target", target)
                .param("now", Sql.bind(clock.instant()))
                .param("dueAt", Sql.bind(now.dueAt()))
                .param("standing", now.sla().standing().code())
                .update();
        dues.follow(workspace, List.of(new DueStore.Changed(ticket, now)));
        jdbc.sql("update ticket_tag set live = :live where workspace_id = :w and ticket_id = :id")
                .param("w", workspace)
                .param("id", ticket.id())
                .param("live", target == null && !ticket.status().isOut())
                .update();
    }

    void setFields(UUID workspace, UUID ticket, String fieldsJson) {
        jdbc.sql("update ticket set fields = cast(:fields as jsonb) where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", ticket)
                .param("fields", fieldsJson)
                .update();
    }

    private void count(UUID workspace, UUID department, TicketStatus status, int n) {
        jdbc.sql("""
                        insert into ticket_count (workspace_id, department_id, status, id, n)
                        values (:w, :department, :status, :id, :n)
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("status", status.code())
                .param("id", Ids.next())
                .param("n", n)
                .update();
    }

    static Ticket ticket(Row row) throws SQLException {
        Integer before = row.numberOrNull("status_before");
        return new Ticket(
                row.uuid("id"),
                new TicketCode(row.text("code")),
                row.text("subject"),
                TicketStatus.ofCode(row.number("status")),
                Priority.ofCode(row.number("priority")),
                row.text("type"),
                row.uuid("department_id"),
                row.uuidOrNull("assignee_id"),
                row.uuid("customer_id"),
                row.uuidOrNull("company_id"),
                Channel.ofCode(row.number("channel")),
                row.uuidOrNull("mailbox_id"),
                row.instant("created_at"),
                row.instant("last_message_at"),
                row.instant("status_since"),
                row.instant("due_at"),
                row.instantOrNull("postponed_until"),
                before == null ? null : TicketStatus.ofCode(before),
                row.instantOrNull("first_assigned_at"),
                row.instantOrNull("first_answered_at"),
                row.instantOrNull("resolved_at"),
                row.textOrNull("disposition"),
                row.uuidOrNull("merged_into"),
                row.uuidOrNull("linked_from"),
                row.text("snippet"),
                row.number("message_count"),
                row.flag("has_attachments"),
                TicketSla.of(row),
                row.instantOrNull("waiting_since"),
                row.big("version"));
    }
}
