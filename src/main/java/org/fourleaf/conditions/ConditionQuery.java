package org.fourleaf.conditions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.DueStanding;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * A condition as SQL over {@code ticket t}: true or false, never unknown. It filters rows that an index brought in their order, so it
 * need not be leak-proof.
 */
final class ConditionQuery {

    private final UUID workspace;
    private final Viewer viewer;

    ConditionQuery(UUID workspace, Viewer viewer) {
        this.workspace = workspace;
        this.viewer = viewer;
    }

    Sql where(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> joined(parts, "and", "true");
            case Condition.Any(List<Condition> parts) -> joined(parts, "or", "false");
            case Condition.Test test -> test(test);
        };
    }

    private Sql joined(List<Condition> parts, String word, String none) {
        if (parts.isEmpty()) {
            return Sql.of(none);
        }
        Sql sql = Sql.of("(");
        for (int i = 0; i < parts.size(); i++) {
            sql.addIf(i > 0, word).add(where(parts.get(i)));
        }
        return sql.add(")");
    }

    private Sql test(Condition.Test test) {
        return switch (test.field()) {
            case STATUS -> codes("t.status", test, name -> code(TicketStatus.named(name)));
            case SUB_STATUS -> owned("ticket_sub_status", "sub_status_id", test);
            case PRIORITY -> codes("t.priority", test, name -> code(ConditionParsing.priority(name)));
            case CHANNEL -> codes("t.channel", test, name -> code(Channel.named(name)));
            case SOURCE -> source(test);
            case DEPARTMENT -> id("t.department_id", test);
            case ASSIGNEE -> id("t.assignee_id", test);
            case CUSTOMER -> id("t.customer_id", test);
            case COMPANY -> id("t.company_id", test);
            case TAG -> test.operator() == Operator.ALL_OF ? wearsAll(test) : owned("ticket_tag", "tag_id", test);
            case CUSTOMER_GROUP -> group(test);
            case SLA_LEVEL -> id("t.sla_level_id", test);
            case OVERDUE -> flag("t.sla_standing = " + DueStanding.OVERDUE.code(), test);
            case DUE_SOON -> flag("t.sla_standing = " + DueStanding.DUE_SOON.code(), test);
            case TYPE -> word("t.type", test);
            case DISPOSITION -> word("t.disposition", test);
            case SUBJECT -> subject(test);
            case CREATED -> time("t.created_at", test);
            case CHANGED -> time("t.updated_at", test);
            case LAST_MESSAGE -> time("t.last_message_at", test);
            case STATUS_SINCE -> time("t.status_since", test);
            case DUE -> time("t.due_at", test);
            case POSTPONED_UNTIL -> time("t.postponed_until", test);
            case RESOLVED -> time("t.resolved_at", test);
            case NEEDS_ANSWER -> flag("t.status in (1, 2)", test);
            case ANSWERED -> flag("t.first_answered_at is not null", test);
            case LINKED -> flag("t.linked_from is not null", test);
            case ATTACHMENTS -> flag("t.has_attachments", test);
            case CUSTOM -> custom(test);
            case BODY,
                    FROM,
                    TO,
                    CC,
                    HEADER,
                    DIRECTION,
                    LANGUAGE,
                    COUNTRY,
                    CALL_NUMBER,
                    STATUS_BEFORE,
                    ASSIGNEE_PRESENCE,
                    ACTOR,
                    QUEUE_LENGTH,
                    DELIVERY,
                    RATING,
                    NOW_DATE,
                    NOW_WEEKDAY,
                    NOW_TIME,
                    BUSINESS_HOURS -> throw new IllegalArgumentException(test.fieldName() + " is not in the database");
        };
    }

    /** A channel, or a mailbox the ticket came to. */
    private static Sql source(Condition.Test test) {
        String codes = test.values().stream()
                .map(Channel::named)
                .filter(Objects::nonNull)
                .map(channel -> String.valueOf(channel.code()))
                .collect(Collectors.joining(", "));
        Sql any = Sql.of("(coalesce(t.mailbox_id = any (cast(? as uuid[])), false)", Viewer.idsAmong(test.values()));
        any.addIf(!codes.isEmpty(), "or t.channel in (" + codes + ")").add(")");
        return test.operator() == Operator.IS ? any : Sql.of("(not").add(any).add(")");
    }

    private Sql wearsAll(Condition.Test test) {
        List<Sql> each = test.values().stream()
                .map(value -> owned(
                        "ticket_tag", "tag_id", new Condition.Test(test.field(), null, Operator.IS, List.of(value))))
                .toList();
        Sql all = Sql.of("(true");
        each.forEach(one -> all.add("and").add(one));
        return all.add(")");
    }

    private Sql group(Condition.Test test) {
        String groups =
                "array(select g.name_key from customer_group g where g.workspace_id = ? and g.customer_id = t.customer_id)";
        List<String> keys = test.values().stream().map(Texts::key).toList();
        return switch (test.operator()) {
            case SET -> Sql.of("(cardinality(" + groups + ") > 0)", workspace);
            case NOT_SET -> Sql.of("(cardinality(" + groups + ") = 0)", workspace);
            case ALL_OF -> Sql.of("(" + groups + " @> cast(? as text[]))", workspace, keys);
            case IS_NOT -> Sql.of("(not (" + groups + " && cast(? as text[])))", workspace, keys);
            default -> Sql.of("(" + groups + " && cast(? as text[]))", workspace, keys);
        };
    }

    private static Sql subject(Condition.Test test) {
        List<String> folded = test.values().stream().map(Folded::of).toList();
        return switch (test.operator()) {
            case IS -> Sql.of("(" + Folded.SQL.formatted("t.subject") + " = any (?))", folded);
            case IS_NOT -> Sql.of("(not (" + Folded.SQL.formatted("t.subject") + " = any (?)))", folded);
            case MATCHES -> throw new IllegalArgumentException("a pattern is not asked of the database");
            default -> contains("t.subject", test);
        };
    }

    private static int code(@Nullable TicketStatus status) {
        return status == null ? 0 : status.code();
    }

    private static int code(@Nullable Priority priority) {
        return priority == null ? 0 : priority.code();
    }

    private static int code(@Nullable Channel channel) {
        return channel == null ? 0 : channel.code();
    }

    private static Sql codes(String column, Condition.Test test, ToIntFunction<String> code) {
        String codes = test.values().stream()
                .map(name -> String.valueOf(code.applyAsInt(name)))
                .collect(Collectors.joining(", "));
        return Sql.of("(" + column + (test.operator() == Operator.IS ? " in (" : " not in (") + codes + "))");
    }

    private Sql id(String column, Condition.Test test) {
        boolean nobody = test.values().contains(Viewer.NOBODY);
        return switch (test.operator()) {
            case SET -> Sql.of("(" + column + " is not null)");
            case NOT_SET -> Sql.of("(" + column + " is null)");
            case IS_NOT -> Sql.of("(not").add(oneOf(column, test, nobody)).add(")");
            default -> oneOf(column, test, nobody);
        };
    }

    private Sql oneOf(String column, Condition.Test test, boolean nobody) {
        return Sql.of("(coalesce(" + column + " = any (cast(? as uuid[])), false)", viewer.ids(test.values()))
                .addIf(nobody, "or " + column + " is null")
                .add(")");
    }

    /** What a table of its own says of the ticket. */
    private Sql owned(String table, String column, Condition.Test test) {
        Sql wears = Sql.of(
                "exists (select 1 from " + table + " c where c.workspace_id = ? and c.ticket_id = t.id", workspace);
        if (!test.operator().takesNoValue()) {
            wears.add("and c." + column + " = any (cast(? as uuid[]))", viewer.ids(test.values()));
        }
        boolean negative = test.operator() == Operator.IS_NOT || test.operator() == Operator.NOT_SET;
        return Sql.of(negative ? "(not" : "(").add(wears).add("))");
    }

    private static Sql word(String column, Condition.Test test) {
        return switch (test.operator()) {
            case SET -> Sql.of("(" + column + " is not null)");
            case NOT_SET -> Sql.of("(" + column + " is null)");
            case IS_NOT -> Sql.of("(not coalesce(" + column + " = any (?), false))", test.values());
            default -> Sql.of("(coalesce(" + column + " = any (?), false))", test.values());
        };
    }

    private static Sql contains(String text, Condition.Test test) {
        List<Sql> parts = new ArrayList<>();
        for (String value : test.values()) {
            parts.add(Sql.of("position(? in " + Folded.SQL.formatted(text) + ") > 0", Folded.of(value)));
        }
        Sql any = Sql.of(test.operator() == Operator.NOT_CONTAINS ? "(not (" : "((");
        for (int i = 0; i < parts.size(); i++) {
            any.addIf(i > 0, "or").add(parts.get(i));
        }
        return any.add("))");
    }

    private Sql time(String column, Condition.Test test) {
        String value = test.values().isEmpty() ? "0" : test.values().getFirst();
        return switch (test.operator()) {
            case SET -> Sql.of("(" + column + " is not null)");
            case NOT_SET -> Sql.of("(" + column + " is null)");
            case OVERDUE -> Sql.of("(" + column + " < ? and t.status in (1, 2))", viewer.now());
            case AFTER -> compared(column, ">=", Instant.parse(value));
            case BETWEEN ->
                Sql.of(
                        "(coalesce(" + column + " between ? and ?, false))",
                        Instant.parse(value),
                        Instant.parse(test.values().getLast()));
            case OLDER_THAN -> compared(column, "<", viewer.ago(value));
            case NEWER_THAN -> compared(column, ">=", viewer.ago(value));
            case WITHIN -> compared(column, "<=", viewer.ahead(value));
            default -> compared(column, "<", Instant.parse(value));
        };
    }

    private static Sql compared(String column, String comparison, Instant moment) {
        return Sql.of("(coalesce(" + column + " " + comparison + " ?, false))", moment);
    }

    private static Sql flag(String expression, Condition.Test test) {
        return Sql.of((test.values().getFirst().equals("true") ? "(" : "(not (")
                + expression
                + (test.values().getFirst().equals("true") ? ")" : "))"));
    }

    private static Sql custom(Condition.Test test) {
        String key = test.key();
        String first = test.values().isEmpty() ? "" : test.values().getFirst();
        return switch (test.operator()) {
            case SET -> Sql.of("(cardinality(field_texts(t.fields, ?)) > 0)", key);
            case NOT_SET -> Sql.of("(cardinality(field_texts(t.fields, ?)) = 0)", key);
            case IS -> Sql.of("(field_texts(t.fields, ?) && cast(? as text[]))", key, test.values());
            case IS_NOT -> Sql.of("(not (field_texts(t.fields, ?) && cast(? as text[])))", key, test.values());
            case ALL_OF -> Sql.of("(field_texts(t.fields, ?) @> cast(? as text[]))", key, test.values());
            case MATCHES -> throw new IllegalArgumentException("a pattern is not asked of the database");
            case BETWEEN ->
                Sql.of(
                        "(exists (select 1 from unnest(field_texts(t.fields, ?)) as v where case when v ~ '^"
                                + ConditionParsing.NUMBER.pattern().replace("?", "{0,1}")
                                + "$' then cast(v as numeric) between ? and ? else false end))",
                        key,
                        new BigDecimal(first),
                        new BigDecimal(test.values().getLast()));
            case CONTAINS, NOT_CONTAINS ->
                Sql.of(test.operator() == Operator.CONTAINS ? "(exists (" : "(not exists (")
                        .add("select 1 from unnest(field_texts(t.fields, ?)) as v where", key)
                        .add(contains("v", new Condition.Test(test.field(), key, Operator.CONTAINS, test.values())))
                        .add("))");
            case LESS, GREATER ->
                Sql.of(
                        "(exists (select 1 from unnest(field_texts(t.fields, ?)) as v where case when v ~ '^"
                                + ConditionParsing.NUMBER.pattern().replace("?", "{0,1}")
                                + "$' then cast(v as numeric) "
                                + (test.operator() == Operator.LESS ? "<" : ">") + " ? else false end))",
                        key,
                        new BigDecimal(first));
            default ->
                Sql.of(
                        "(exists (select 1 from unnest(field_texts(t.fields, ?)) as v where v ~ '^"
                                + ConditionParsing.DAY.pattern() + "' and substr(v, 1, 10) collate \"C\" "
                                + (test.operator() == Operator.BEFORE ? "<" : ">=") + " ?))",
                        key,
                        first);
        };
    }
}
