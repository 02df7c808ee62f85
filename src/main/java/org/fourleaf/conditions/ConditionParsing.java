package org.fourleaf.conditions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.DeliveryState;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/** Reads a condition's form, bounded, and names what is wrong by its JSON pointer. Whether the things it names exist is not its matter. */
final class ConditionParsing {

    static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern HEADER = Pattern.compile("[!-9;-~]{1,76}");
    private static final Set<String> WEEKDAYS = Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Set<String> RATINGS = Set.of("reward", "neutral", "rebuke");
    private static final Set<String> DIRECTIONS = Set.of("in", "out");
    private static final Set<String> PRESENCES = Set.of("online", "paused", "offline");
    private static final Set<String> DELIVERIES =
            Arrays.stream(DeliveryState.values()).map(DeliveryState::json).collect(Collectors.toUnmodifiableSet());

    private static final long SECONDS_MAX = Duration.ofDays(36_500).toSeconds();
    private static final int KEY_LENGTH_MAX = 100;

    private int tests;

    private ConditionParsing() {}

    /** @param pointer where the condition stands in the body */
    static Condition parse(ConditionForm form, String pointer) {
        return new ConditionParsing().read(form, pointer, 1);
    }

    private Condition read(@Nullable ConditionForm form, String pointer, int depth) {
        if (form == null) {
            throw Refusal.invalid(pointer, "A group or a test is missing here.");
        }
        int kinds = (form.all() == null ? 0 : 1) + (form.any() == null ? 0 : 1) + (form.field() == null ? 0 : 1);
        if (kinds != 1) {
            throw Refusal.invalid(pointer, "Give one of all, any or field.");
        }
        if (form.field() != null) {
            return test(form, form.field(), pointer);
        }
        if (form.op() != null || form.value() != null) {
            throw Refusal.invalid(pointer, "A group has neither op nor value.");
        }
        if (depth > Condition.DEPTH_MAX) {
            throw Refusal.invalid(pointer, "Groups go at most " + Condition.DEPTH_MAX + " deep.");
        }
        return form.all() != null
                ? new Condition.All(parts(form.all(), pointer + "/all/", depth))
                : new Condition.Any(parts(Objects.requireNonNull(form.any()), pointer + "/any/", depth));
    }

    private List<Condition> parts(List<ConditionForm> forms, String pointer, int depth) {
        if (forms.size() > Condition.TESTS_MAX) {
            throw tooMany(pointer.substring(0, pointer.length() - 1));
        }
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            parts.add(read(forms.get(i), pointer + i, depth + 1));
        }
        return parts;
    }

    private Condition test(ConditionForm form, String name, String pointer) {
        if (++tests > Condition.TESTS_MAX) {
            throw tooMany(pointer);
        }
        TicketField field = TicketField.named(name);
        if (field == null) {
            throw Refusal.invalid(pointer + "/field", "There is no such field.");
        }
        String prefix = field.prefix();
        String key = prefix == null ? null : name.substring(prefix.length());
        if (key != null
                && (key.length() > KEY_LENGTH_MAX
                        || (field == TicketField.HEADER && !HEADER.matcher(key).matches()))) {
            throw Refusal.invalid(pointer + "/field", "There is no such field.");
        }
        Operator operator = form.op() == null ? null : Operator.named(form.op());
        if (operator == null || !field.takes(operator)) {
            throw Refusal.invalid(pointer + "/op", "One of " + field.operatorNames() + ".");
        }
        return new Condition.Test(field, key, operator, values(field, operator, form.value(), pointer + "/value"));
    }

    private static List<String> values(TicketField field, Operator operator, @Nullable Object value, String pointer) {
        if (operator.takesNoValue()) {
            if (value != null) {
                throw Refusal.invalid(pointer, "This needs no value.");
            }
            return List.of();
        }
        List<?> given = value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
        if (given.isEmpty()) {
            throw Refusal.invalid(pointer, "A value is missing.");
        }
        if (operator == Operator.BETWEEN && given.size() != 2) {
            throw Refusal.invalid(pointer, "Two values: from and to.");
        }
        if (given.size() > (operator.takesOne() || field.kind() == TicketField.Kind.FLAG ? 1 : Condition.VALUES_MAX)) {
            throw Refusal.invalid(
                    pointer, operator.takesOne() ? "One value only." : "At most " + Condition.VALUES_MAX + " values.");
        }
        List<String> values = new ArrayList<>();
        for (@Nullable Object one : given) {
            String text = value(field, operator, one, pointer);
            if (operator == Operator.BETWEEN || !values.contains(text)) {
                values.add(text);
            }
        }
        return values;
    }

    private static String value(TicketField field, Operator operator, @Nullable Object given, String pointer) {
        if (operator.takesSeconds()) {
            return seconds(given, pointer);
        }
        return switch (field.kind()) {
            case FLAG -> {
                if (given instanceof Boolean flag) {
                    yield flag.toString();
                }
                throw Refusal.invalid(pointer, "True or false.");
            }
            case CHOICE -> choice(field, text(given, pointer), pointer);
            case TIME -> instant(text(given, pointer), pointer);
            case TEXT -> operator == Operator.MATCHES ? pattern(given, pointer) : text(given, pointer);
            case WORD, REFERENCE -> text(given, pointer);
            case NUMBER -> number(given, pointer);
            case DAY -> day(text(given, pointer), pointer);
            case CLOCK -> shaped(CLOCK, text(given, pointer), "A time of day such as 17:30.", pointer);
            case CUSTOM -> custom(operator, given, pointer);
        };
    }

    private static String seconds(@Nullable Object given, String pointer) {
        if (given instanceof Integer || given instanceof Long) {
            long seconds = ((Number) given).longValue();
            if (seconds >= 0 && seconds <= SECONDS_MAX) {
                return Long.toString(seconds);
            }
        }
        throw Refusal.invalid(pointer, "A whole number of seconds, at most a hundred years.");
    }

    private static String text(@Nullable Object given, String pointer) {
        String text = given instanceof String words ? Texts.line(words) : "";
        if (text.isEmpty() || text.length() > Condition.VALUE_LENGTH_MAX) {
            throw Refusal.invalid(pointer, "A text of 1 to " + Condition.VALUE_LENGTH_MAX + " characters.");
        }
        return text;
    }

    private static String choice(TicketField field, String text, String pointer) {
        boolean known = switch (field) {
            case STATUS, STATUS_BEFORE -> TicketStatus.named(text) != null;
            case DIRECTION -> DIRECTIONS.contains(text);
            case ASSIGNEE_PRESENCE -> PRESENCES.contains(text);
            case DELIVERY -> DELIVERIES.contains(text);
            case RATING -> RATINGS.contains(text);
            case NOW_WEEKDAY -> WEEKDAYS.contains(text);
            case CHANNEL -> Channel.named(text) != null;
            default -> priority(text) != null;
        };
        if (!known) {
            throw Refusal.invalid(pointer, "There is no " + field.json() + " of this name.");
        }
        return text;
    }

    static @Nullable Priority priority(String name) {
        for (Priority priority : Priority.values()) {
            if (priority.json().equals(name)) {
                return priority;
            }
        }
        return null;
    }

    /** As exact as the database keeps times. */
    private static String instant(String text, String pointer) {
        try {
            Instant moment = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            if (moment.isAfter(Instant.EPOCH.minusSeconds(SECONDS_MAX))
                    && moment.isBefore(Instant.EPOCH.plusSeconds(10 * SECONDS_MAX))) {
                return moment.toString();
            }
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(pointer, "A time such as 2026-03-02T09:15:00Z.");
        }
        throw Refusal.invalid(pointer, "A time such as 2026-03-02T09:15:00Z.");
    }

    private static String custom(Operator operator, @Nullable Object given, String pointer) {
        return switch (operator) {
            case LESS, GREATER, BETWEEN -> number(given, pointer);
            case BEFORE, AFTER -> shaped(DAY, text(given, pointer), "A day such as 2026-03-02.", pointer);
            case MATCHES -> pattern(given, pointer);
            default -> text(given instanceof Number || given instanceof Boolean ? given.toString() : given, pointer);
        };
    }

    private static String pattern(@Nullable Object given, String pointer) {
        if (given instanceof String pattern && pattern.length() <= Condition.VALUE_LENGTH_MAX) {
            return TextPattern.checked(pattern, pointer);
        }
        throw Refusal.invalid(pointer, "An expression of at most " + Condition.VALUE_LENGTH_MAX + " characters.");
    }

    private static String number(@Nullable Object given, String pointer) {
        return shaped(NUMBER, text(given instanceof Number ? given.toString() : given, pointer), "A number.", pointer);
    }

    private static String day(String text, String pointer) {
        try {
            return LocalDate.parse(shaped(DAY, text, "A day such as 2026-03-02.", pointer))
                    .toString();
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(pointer, "There is no such day.");
        }
    }

    private static String shaped(Pattern shape, String text, String words, String pointer) {
        if (!shape.matcher(text).matches()) {
            throw Refusal.invalid(pointer, words);
        }
        return text;
    }

    private static Refusal tooMany(String pointer) {
        return Refusal.invalid(pointer, "At most " + Condition.TESTS_MAX + " tests.");
    }
}
