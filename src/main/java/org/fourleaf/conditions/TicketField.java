package org.fourleaf.conditions;

import static org.fourleaf.conditions.Operator.AFTER;
import static org.fourleaf.conditions.Operator.ALL_OF;
import static org.fourleaf.conditions.Operator.BEFORE;
import static org.fourleaf.conditions.Operator.BETWEEN;
import static org.fourleaf.conditions.Operator.CONTAINS;
import static org.fourleaf.conditions.Operator.GREATER;
import static org.fourleaf.conditions.Operator.IS;
import static org.fourleaf.conditions.Operator.IS_NOT;
import static org.fourleaf.conditions.Operator.LESS;
import static org.fourleaf.conditions.Operator.MATCHES;
import static org.fourleaf.conditions.Operator.NEWER_THAN;
import static org.fourleaf.conditions.Operator.NOT_CONTAINS;
import static org.fourleaf.conditions.Operator.NOT_SET;
import static org.fourleaf.conditions.Operator.OLDER_THAN;
import static org.fourleaf.conditions.Operator.SET;
import static org.fourleaf.conditions.Operator.WITHIN;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a ticket a condition can ask. The own fields of a workspace are all {@link #CUSTOM}: {@code fields.<key>}. */
public enum TicketField {
    STATUS(Kind.CHOICE, EnumSet.of(IS, IS_NOT)),
    SUB_STATUS(Kind.REFERENCE, EnumSet.of(IS, IS_NOT, SET, NOT_SET)),
    PRIORITY(Kind.CHOICE, EnumSet.of(IS, IS_NOT)),
    CHANNEL(Kind.CHOICE, EnumSet.of(IS, IS_NOT)),
    /** A channel, or one of its accounts: a mailbox. */
    SOURCE(Kind.REFERENCE, EnumSet.of(IS, IS_NOT)),
    DEPARTMENT(Kind.REFERENCE, EnumSet.of(IS, IS_NOT)),
    ASSIGNEE(Kind.REFERENCE, EnumSet.of(IS, IS_NOT, SET, NOT_SET)),
    TAG(Kind.REFERENCE, EnumSet.of(IS, IS_NOT, ALL_OF, SET, NOT_SET)),
    CUSTOMER(Kind.REFERENCE, EnumSet.of(IS, IS_NOT)),
    CUSTOMER_GROUP(Kind.WORD, EnumSet.of(IS, IS_NOT, ALL_OF, SET, NOT_SET)),
    COMPANY(Kind.REFERENCE, EnumSet.of(IS, IS_NOT, SET, NOT_SET)),
    SLA_LEVEL(Kind.REFERENCE, EnumSet.of(IS, IS_NOT, SET, NOT_SET)),
    TYPE(Kind.WORD, EnumSet.of(IS, IS_NOT)),
    DISPOSITION(Kind.WORD, EnumSet.of(IS, IS_NOT, SET, NOT_SET)),
    SUBJECT(Kind.TEXT, EnumSet.of(CONTAINS, NOT_CONTAINS, IS, IS_NOT, MATCHES)),
    CREATED(Kind.TIME, EnumSet.of(BEFORE, AFTER, BETWEEN, OLDER_THAN, NEWER_THAN)),
    CHANGED(Kind.TIME, EnumSet.of(BEFORE, AFTER, BETWEEN, OLDER_THAN, NEWER_THAN)),
    LAST_MESSAGE(Kind.TIME, EnumSet.of(BEFORE, AFTER, BETWEEN, OLDER_THAN, NEWER_THAN)),
    STATUS_SINCE(Kind.TIME, EnumSet.of(BEFORE, AFTER, BETWEEN, OLDER_THAN, NEWER_THAN)),
    DUE(Kind.TIME, EnumSet.of(BEFORE, AFTER, BETWEEN, WITHIN, Operator.OVERDUE)),
    POSTPONED_UNTIL(Kind.TIME, EnumSet.of(BEFORE, AFTER, BETWEEN, WITHIN, SET, NOT_SET)),
    RESOLVED(Kind.TIME, EnumSet.of(BEFORE, AFTER, BETWEEN, OLDER_THAN, NEWER_THAN, SET, NOT_SET)),
    OVERDUE(Kind.FLAG, EnumSet.of(IS)),
    DUE_SOON(Kind.FLAG, EnumSet.of(IS)),
    NEEDS_ANSWER(Kind.FLAG, EnumSet.of(IS)),
    ANSWERED(Kind.FLAG, EnumSet.of(IS)),
    LINKED(Kind.FLAG, EnumSet.of(IS)),
    ATTACHMENTS(Kind.FLAG, EnumSet.of(IS)),
    CUSTOM(
            Kind.CUSTOM,
            EnumSet.of(
                    IS,
                    IS_NOT,
                    ALL_OF,
                    CONTAINS,
                    NOT_CONTAINS,
                    MATCHES,
                    SET,
                    NOT_SET,
                    LESS,
                    GREATER,
                    BETWEEN,
                    BEFORE,
                    AFTER)),

    /** What was written: the message it is about, else the first from outside. */
    BODY(Kind.TEXT, EnumSet.of(CONTAINS, NOT_CONTAINS, MATCHES, SET, NOT_SET), true),
    FROM(Kind.TEXT, EnumSet.of(CONTAINS, NOT_CONTAINS, IS, IS_NOT, MATCHES, SET, NOT_SET), true),
    TO(Kind.TEXT, EnumSet.of(CONTAINS, NOT_CONTAINS, IS, IS_NOT, MATCHES, SET, NOT_SET), true),
    CC(Kind.TEXT, EnumSet.of(CONTAINS, NOT_CONTAINS, IS, IS_NOT, MATCHES, SET, NOT_SET), true),
    /** A line of a mail's head, {@code header.<name>}. */
    HEADER(Kind.TEXT, EnumSet.of(CONTAINS, NOT_CONTAINS, IS, IS_NOT, MATCHES, SET, NOT_SET), true),
    /** Whether the message it is about came in or went out. */
    DIRECTION(Kind.CHOICE, EnumSet.of(IS, IS_NOT, SET, NOT_SET), true),
    /** Of the text, as two letters. */
    LANGUAGE(Kind.WORD, EnumSet.of(IS, IS_NOT, SET, NOT_SET), true),
    /** Of the customer, as two letters: told by their phone numbers. */
    COUNTRY(Kind.WORD, EnumSet.of(IS, IS_NOT, SET, NOT_SET), true),
    CALL_NUMBER(Kind.TEXT, EnumSet.of(CONTAINS, NOT_CONTAINS, IS, IS_NOT, MATCHES, SET, NOT_SET), true),
    STATUS_BEFORE(Kind.CHOICE, EnumSet.of(IS, IS_NOT), true),
    ASSIGNEE_PRESENCE(Kind.CHOICE, EnumSet.of(IS, IS_NOT, SET, NOT_SET), true),
    /** Who did it: a kind, or one agent. */
    ACTOR(Kind.REFERENCE, EnumSet.of(IS, IS_NOT), true),
    /** New and open tickets of its department. */
    QUEUE_LENGTH(Kind.NUMBER, EnumSet.of(LESS, GREATER, BETWEEN, IS), true),
    DELIVERY(Kind.CHOICE, EnumSet.of(IS, IS_NOT, SET, NOT_SET), true),
    RATING(Kind.CHOICE, EnumSet.of(IS, IS_NOT, SET, NOT_SET), true),
    NOW_DATE(Kind.DAY, EnumSet.of(IS, IS_NOT, BEFORE, AFTER, BETWEEN), true),
    NOW_WEEKDAY(Kind.CHOICE, EnumSet.of(IS, IS_NOT), true),
    NOW_TIME(Kind.CLOCK, EnumSet.of(BEFORE, AFTER, BETWEEN), true),
    BUSINESS_HOURS(Kind.FLAG, EnumSet.of(IS), true);

    /** How values of a field are written. */
    enum Kind {
        CHOICE,
        REFERENCE,
        WORD,
        TEXT,
        TIME,
        FLAG,
        NUMBER,
        /** A day such as 2026-03-02. */
        DAY,
        /** A time of day such as 17:30. */
        CLOCK,
        CUSTOM
    }

    static final String CUSTOM_PREFIX = "fields.";
    static final String HEADER_PREFIX = "header.";

    private final Kind kind;
    private final boolean momentary;

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf makes it so
    private final Set<Operator> operators;

    TicketField(Kind kind, EnumSet<Operator> operators) {
        this(kind, operators, false);
    }

    TicketField(Kind kind, EnumSet<Operator> operators, boolean momentary) {
        this.kind = kind;
        this.momentary = momentary;
        this.operators = Set.copyOf(operators);
    }

    static @Nullable TicketField named(String name) {
        if (name.startsWith(CUSTOM_PREFIX) && name.length() > CUSTOM_PREFIX.length()) {
            return CUSTOM;
        }
        if (name.startsWith(HEADER_PREFIX) && name.length() > HEADER_PREFIX.length()) {
            return HEADER;
        }
        for (TicketField field : values()) {
            if (field.prefix() == null && field.json().equals(name)) {
                return field;
            }
        }
        return null;
    }

    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    Kind kind() {
        return kind;
    }

    /** Known only of the moment something happens ({@link Surroundings}): rules can ask it, lists can't. */
    public boolean momentary() {
        return momentary;
    }

    /** What stands before the name of which one, for fields that are many. */
    @Nullable
    String prefix() {
        return switch (this) {
            case CUSTOM -> CUSTOM_PREFIX;
            case HEADER -> HEADER_PREFIX;
            default -> null;
        };
    }

    /** All operators that fit, by name. */
    public List<String> operators() {
        return operators.stream().map(Operator::json).sorted().toList();
    }

    boolean takes(Operator operator) {
        return operators.contains(operator);
    }

    String operatorNames() {
        return String.join(", ", operators());
    }
}
