package org.fourleaf.search;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The operators that ask for a property of a ticket {@code t}. A value nobody knows is one that no ticket has. */
@Component
class PropertyConditions {

    private static final Pattern AGO = Pattern.compile("([0-9]{1,4})([dwmy])");
    private static final Sql NEVER = Sql.of("false");

    private final NamesQuery names;
    private final WorkspaceZoneQuery zones;
    private final Clock clock;

    PropertyConditions(NamesQuery names, WorkspaceZoneQuery zones, Clock clock) {
        this.names = names;
        this.zones = zones;
        this.clock = clock;
    }

    /** Which statuses are named. */
    static Set<TicketStatus> statuses(@Nullable Operator operator, String value) {
        Set<TicketStatus> statuses = EnumSet.noneOf(TicketStatus.class);
        if (operator == Operator.STATUS || operator == Operator.IS) {
            for (String name : values(value)) {
                @Nullable TicketStatus status = TicketStatus.named(name);
                if (status != null) {
                    statuses.add(status);
                }
            }
        }
        return statuses;
    }

    /** None for an operator that is none of these. */
    @Nullable
    Sql condition(Actor by, @Nullable Operator operator, String value) {
        return operator == null
                ? null
                : switch (operator) {
                    case STATUS ->
                        codes(
                                "t.status",
                                statuses(operator, value).stream()
                                        .map(TicketStatus::code)
                                        .toList());
                    case IS -> is(value.toLowerCase(Locale.ROOT));
                    case HAS -> has(value.toLowerCase(Locale.ROOT));
                    case PRIORITY ->
                        codes(
                                "t.priority",
                                values(value).stream()
                                        .flatMap(name -> Arrays.stream(Priority.values())
                                                .filter(priority ->
                                                        priority.name().equalsIgnoreCase(name)))
                                        .map(Priority::code)
                                        .toList());
                    case CHANNEL ->
                        codes(
                                "t.channel",
                                values(value).stream()
                                        .flatMap(name -> Arrays.stream(Channel.values())
                                                .filter(channel ->
                                                        channel.name().equalsIgnoreCase(name)))
                                        .map(Channel::code)
                                        .toList());
                    case TYPE -> Sql.of("t.type = any (?)", values(value));
                    case ASSIGNEE -> assignee(by, value);
                    case DEPARTMENT -> Sql.of("t.department_id = any (?)", names.departments(by.workspace(), value));
                    case BEFORE -> day(by, value, "t.created_at < ?");
                    case AFTER -> day(by, value, "t.created_at >= ?");
                    case FROM, TO, TAG, CUSTOMER, COMPANY, SUBJECT, CODE -> null;
                };
    }

    private static Sql codes(String column, List<Integer> codes) {
        return codes.isEmpty()
                ? NEVER
                : Sql.of(
                        column + " in (" + codes.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")");
    }

    private Sql is(String value) {
        return switch (value) {
            case "unassigned" -> Sql.of("t.assignee_id is null");
            case "assigned" -> Sql.of("t.assignee_id is not null");
            case "overdue" -> Sql.of("t.status in (1, 2) and t.due_at < ?", clock.instant());
            case "merged" -> Sql.of("t.merged_into is not null");
            case "unanswered" -> Sql.of("t.first_answered_at is null");
            default ->
                codes(
                        "t.status",
                        statuses(Operator.IS, value).stream()
                                .map(TicketStatus::code)
                                .toList());
        };
    }

    private static Sql has(String value) {
        return switch (value) {
            case "attachment", "attachments", "file", "files" -> Sql.of("t.has_attachments");
            case "tag", "tags" ->
                Sql.of(
                        "exists (select 1 from ticket_tag g where g.workspace_id = t.workspace_id and g.ticket_id = t.id)");
            case "note", "notes" ->
                Sql.of("exists (select 1 from message n where n.workspace_id = t.workspace_id and n.ticket_id = t.id"
                        + " and n.type = 3)");
            default -> NEVER;
        };
    }

    private Sql assignee(Actor by, String value) {
        String named = value.toLowerCase(Locale.ROOT);
        if (named.equals("none") || named.equals("nobody")) {
            return Sql.of("t.assignee_id is null");
        }
        if (named.equals("me")) {
            return by.isAgent() ? Sql.of("t.assignee_id = ?", by.agentId()) : NEVER;
        }
        List<UUID> agents = names.agents(by.workspace(), named);
        return agents.isEmpty() ? NEVER : Sql.of("t.assignee_id = any (?)", agents);
    }

    private Sql day(Actor by, String value, String condition) {
        @Nullable Instant start = startOf(by, value);
        return start == null ? NEVER : Sql.of(condition, start);
    }

    /** When the day that is meant begins. None for what is no day. */
    @Nullable
    Instant startOf(Actor by, String value) {
        ZoneId zone = zones.zone(by.workspace());
        @Nullable LocalDate day = date(value, LocalDate.ofInstant(clock.instant(), zone));
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** A day, a month, a year, today, yesterday, or so long ago: {@code 7d}, {@code 2w}, {@code 3m}, {@code 1y}. */
    static @Nullable LocalDate date(String value, LocalDate today) {
        String text = value.toLowerCase(Locale.ROOT);
        Matcher ago = AGO.matcher(text);
        try {
            if (text.equals("today")) {
                return today;
            }
            if (text.equals("yesterday")) {
                return today.minusDays(1);
            }
            if (ago.matches()) {
                long n = Long.parseLong(ago.group(1));
                return switch (ago.group(2)) {
                    case "d" -> today.minusDays(n);
                    case "w" -> today.minusWeeks(n);
                    case "m" -> today.minusMonths(n);
                    default -> sane(today.minus(n, ChronoUnit.YEARS));
                };
            }
            return switch (text.length()) {
                case 4 -> sane(Year.parse(text).atDay(1));
                case 7 -> sane(YearMonth.parse(text).atDay(1));
                default -> sane(LocalDate.parse(text));
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** PostgreSQL knows no time before its own. */
    private static @Nullable LocalDate sane(LocalDate day) {
        return day.getYear() < 1 || day.getYear() > 9_999 ? null : day;
    }

    private static List<String> values(String value) {
        List<String> values = new ArrayList<>();
        for (String one : value.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (!one.isBlank()) {
                values.add(one.strip());
            }
        }
        return values;
    }
}
