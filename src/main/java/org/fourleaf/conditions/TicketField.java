package org.fourleaf.conditions;

import static org.fourleaf.conditions.Operator.AFTER;
import static org.fourleaf.conditions.Operator.BEFORE;
import static org.fourleaf.conditions.Operator.CONTAINS;
import static org.fourleaf.conditions.Operator.GREATER;
import static org.fourleaf.conditions.Operator.IS;
import static org.fourleaf.conditions.Operator.IS_NOT;
import static org.fourleaf.conditions.Operator.LESS;
import static org.fourleaf.conditions.Operator.NEWER_THAN;
import static org.fourleaf.conditions.Operator.NOT_CONTAINS;
import static org.fourleaf.conditions.Operator.NOT_SET;
import static org.fourleaf.conditions.Operator.OLDER_THAN;
import static org.fourleaf.conditions.Operator.OVERDUE;
import static org.fourleaf.conditions.Operator.SET;
import static org.fourleaf.conditions.Operator.WITHIN;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a ticket a condition can ask. The own fields of a workspace are all {@link #CUSTOM}: {@code fields.<key>}. */
public enum TicketField {
    STATUS(Kind.CHOICE, EnumSet.of(IS, IS_NOT)),
    SUB_STATUS(Kind.REFERENCE, EnumSet.of(IS, IS_NOT, SET, NOT_SET)),
    PRIORITY(Kind.CHOICE, EnumSet.of(IS, IS_NOT)),
    CHANNEL(Kind.CHOICE, EnumSet.of(IS, IS_NOT)),
    DEPARTMENT(Kind.REFERENCE, EnumSet.of(IS, IS_NOT)),
    ASSIGNEE(Kind.REFERENCE, EnumSet.of(IS, IS_NOT, SET, NOT_SET)),
    TAG(Kind.REFERENCE, EnumSet.of(IS, IS_NOT, SET, NOT_SET)),
    CUSTOMER(Kind.REFERENCE, EnumSet.of(IS, IS_NOT)),
    COMPANY(Kind.REFERENCE, EnumSet.of(IS, IS_NOT, SET, NOT_SET)),
    TYPE(Kind.WORD, EnumSet.of(IS, IS_NOT)),
    DISPOSITION(Kind.WORD, EnumSet.of(IS, IS_NOT, SET, NOT_SET)),
    SUBJECT(Kind.TEXT, EnumSet.of(CONTAINS, NOT_CONTAINS)),
    CREATED(Kind.TIME, EnumSet.of(BEFORE, AFTER, OLDER_THAN, NEWER_THAN)),
    LAST_MESSAGE(Kind.TIME, EnumSet.of(BEFORE, AFTER, OLDER_THAN, NEWER_THAN)),
    STATUS_SINCE(Kind.TIME, EnumSet.of(BEFORE, AFTER, OLDER_THAN, NEWER_THAN)),
    DUE(Kind.TIME, EnumSet.of(BEFORE, AFTER, WITHIN, OVERDUE)),
    POSTPONED_UNTIL(Kind.TIME, EnumSet.of(BEFORE, AFTER, WITHIN, SET, NOT_SET)),
    RESOLVED(Kind.TIME, EnumSet.of(BEFORE, AFTER, OLDER_THAN, NEWER_THAN, SET, NOT_SET)),
    NEEDS_ANSWER(Kind.FLAG, EnumSet.of(IS)),
    ANSWERED(Kind.FLAG, EnumSet.of(IS)),
    LINKED(Kind.FLAG, EnumSet.of(IS)),
    ATTACHMENTS(Kind.FLAG, EnumSet.of(IS)),
    CUSTOM(Kind.CUSTOM, EnumSet.of(IS, IS_NOT, CONTAINS, NOT_CONTAINS, SET, NOT_SET, LESS, GREATER, BEFORE, AFTER));

    /** How values of a field are written. */
    enum Kind {
        CHOICE,
        REFERENCE,
        WORD,
        TEXT,
        TIME,
        FLAG,
        CUSTOM
    }

    static final String CUSTOM_PREFIX = "fields.";

    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf makes it so
    private final Set<Operator> operators;

    TicketField(Kind kind, EnumSet<Operator> operators) {
        this.kind = kind;
        this.operators = Set.copyOf(operators);
    }

    static @Nullable TicketField named(String name) {
        if (name.startsWith(CUSTOM_PREFIX) && name.length() > CUSTOM_PREFIX.length()) {
            return CUSTOM;
        }
        for (TicketField field : values()) {
            if (field != CUSTOM && field.json().equals(name)) {
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

    boolean takes(Operator operator) {
        return operators.contains(operator);
    }

    String operatorNames() {
        return String.join(", ", operators.stream().map(Operator::json).sorted().toList());
    }
}
