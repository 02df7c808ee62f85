package org.fourleaf.conditions;

import java.math.BigDecimal;
import java.util.List;

/** How texts, numbers and times of day are compared that are at hand as texts. */
final class MomentTest {

    private MomentTest() {}

    static boolean fits(Condition.Test test, List<String> values) {
        return switch (test.operator()) {
            case SET -> !values.isEmpty();
            case NOT_SET -> values.isEmpty();
            default ->
                switch (test.field().kind()) {
                    case TEXT -> text(test, values);
                    case NUMBER -> number(test, values);
                    case DAY, CLOCK -> ordered(test, values);
                    default ->
                        values.stream().anyMatch(value -> test.values().stream().anyMatch(value::equalsIgnoreCase))
                                == (test.operator() == Operator.IS);
                };
        };
    }

    /** Blind to case and accents, but for a pattern, which is taken at its word. */
    static boolean text(Condition.Test test, List<String> texts) {
        if (test.operator() == Operator.MATCHES) {
            return texts.stream()
                    .anyMatch(text -> TextPattern.isIn(test.values().getFirst(), text));
        }
        List<String> wanted = test.values().stream().map(Folded::of).toList();
        boolean whole = test.operator() == Operator.IS || test.operator() == Operator.IS_NOT;
        boolean found = texts.stream()
                .map(Folded::of)
                .anyMatch(
                        text -> whole ? wanted.contains(text) : wanted.stream().anyMatch(text::contains));
        return found == (test.operator() == Operator.IS || test.operator() == Operator.CONTAINS);
    }

    /** What is no number fits nothing. */
    static boolean number(Condition.Test test, List<String> values) {
        BigDecimal from = new BigDecimal(test.values().getFirst());
        BigDecimal to = new BigDecimal(test.values().getLast());
        return values.stream()
                .filter(value -> ConditionParsing.NUMBER.matcher(value).matches())
                .map(BigDecimal::new)
                .anyMatch(value -> switch (test.operator()) {
                    case LESS -> value.compareTo(from) < 0;
                    case GREATER -> value.compareTo(from) > 0;
                    case BETWEEN -> value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
                    default -> value.compareTo(from) == 0;
                });
    }

    /** Days and times of day are written so that their order is that of the texts. */
    private static boolean ordered(Condition.Test test, List<String> values) {
        String from = test.values().getFirst();
        String to = test.values().getLast();
        boolean overMidnight = from.compareTo(to) > 0 && test.field().kind() == TicketField.Kind.CLOCK;
        return values.stream().anyMatch(value -> switch (test.operator()) {
            case BEFORE -> value.compareTo(from) < 0;
            case AFTER -> value.compareTo(from) >= 0;
            case BETWEEN ->
                overMidnight
                        ? value.compareTo(from) >= 0 || value.compareTo(to) <= 0
                        : value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
            case IS_NOT -> !test.values().contains(value);
            default -> test.values().contains(value);
        });
    }
}
