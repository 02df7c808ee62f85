package org.fourleaf.levels;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an agent must have done for a level: numbers and {@code $variables} with {@code + - * / ( )}, compared by
 * {@code >= <= > < == !=} and joined by {@code && || !}. Parsed by hand and never run as a script. A division by zero, or a figure
 * without data, makes its comparison false, whatever is compared.
 */
final class LevelCondition {

    static final int LENGTH_MAX = 1_000;
    static final int DEPTH_MAX = 50;

    /** What is wrong with one. @param position of the character, from 1 */
    static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int position;

        Fault(int position, String message) {
            super("At character " + position + ": " + message, null, false, false);
            this.position = position;
        }

        int position() {
            return position;
        }
    }

    /** A part that is a number or a judgement. */
    sealed interface Part {}

    /** Something that is reckoned; NaN where there is nothing to divide by. */
    private sealed interface Quantity extends Part {
        double of(Map<String, Double> figures);
    }

    /** Something that holds or not. */
    private sealed interface Judgement extends Part {
        boolean holds(Map<String, Double> figures);

        /** From 0 to 1 as far as it is towards holding. */
        double progress(Map<String, Double> figures);
    }

    private record Literal(double value) implements Quantity {
        @Override
        public double of(Map<String, Double> figures) {
            return value;
        }
    }

    private record Variable(String name) implements Quantity {
        @Override
        public double of(Map<String, Double> figures) {
            return figures.getOrDefault(name, Double.NaN);
        }
    }

    private record Reckoned(char sign, Quantity left, Quantity right) implements Quantity {
        @Override
        public double of(Map<String, Double> figures) {
            double a = left.of(figures);
            double b = right.of(figures);
            return switch (sign) {
                case '+' -> a + b;
                case '-' -> a - b;
                case '*' -> a * b;
                default -> b == 0 ? Double.NaN : a / b;
            };
        }
    }

    private record Compared(String sign, Quantity left, Quantity right) implements Judgement {
        @Override
        public boolean holds(Map<String, Double> figures) {
            double a = left.of(figures);
            double b = right.of(figures);
            if (Double.isNaN(a) || Double.isNaN(b)) {
                return false;
            }
            return switch (sign) {
                case ">=" -> a >= b;
                case "<=" -> a <= b;
                case ">" -> a > b;
                case "<" -> a < b;
                case "==" -> a == b;
                default -> a != b;
            };
        }

        @Override
        public double progress(Map<String, Double> figures) {
            if (holds(figures)) {
                return 1;
            }
            double a = left.of(figures);
            double b = right.of(figures);
            boolean growing = sign.startsWith(">") && b > 0 && a > 0;
            return growing ? Math.min(0.99, a / b) : 0;
        }
    }

    private record Joined(boolean all, Judgement left, Judgement right) implements Judgement {
        @Override
        public boolean holds(Map<String, Double> figures) {
            return all ? left.holds(figures) && right.holds(figures) : left.holds(figures) || right.holds(figures);
        }

        @Override
        public double progress(Map<String, Double> figures) {
            double a = left.progress(figures);
            double b = right.progress(figures);
            return all ? Math.min(a, b) : Math.max(a, b);
        }
    }

    private record Not(Judgement what) implements Judgement {
        @Override
        public boolean holds(Map<String, Double> figures) {
            return !what.holds(figures);
        }

        @Override
        public double progress(Map<String, Double> figures) {
            return holds(figures) ? 1 : 0;
        }
    }

    private final String text;
    private final Set<String> known;
    private final Set<String> named = new TreeSet<>();
    private final Judgement whole;
    private int at;
    private int depth;

    private LevelCondition(String text, Set<String> known) {
        this.text = text;
        this.known = known;
        if (text.length() > LENGTH_MAX) {
            throw new Fault(LENGTH_MAX + 1, "A condition has at most " + LENGTH_MAX + " characters.");
        }
        Part part = either();
        start();
        if (at < text.length()) {
            throw new Fault(at + 1, "An operator is expected, not " + text.charAt(at) + ".");
        }
        this.whole = judgement(part, 0);
    }

    /** @param variables those that may be named, without their sign @throws Fault with the place */
    static LevelCondition parse(String text, Set<String> variables) {
        return new LevelCondition(text, variables);
    }

    boolean holds(Map<String, Double> figures) {
        return whole.holds(figures);
    }

    double progress(Map<String, Double> figures) {
        return whole.progress(figures);
    }

    /** The variables it asks of. */
    Set<String> variables() {
        return Set.copyOf(named);
    }

    private Part either() {
        int from = start();
        Part part = both();
        while (take("||")) {
            int next = start();
            part = new Joined(false, judgement(part, from), judgement(both(), next));
        }
        return part;
    }

    private Part both() {
        int from = start();
        Part part = comparison();
        while (take("&&")) {
            int next = start();
            part = new Joined(true, judgement(part, from), judgement(comparison(), next));
        }
        return part;
    }

    private Part comparison() {
        int from = start();
        Part part = sum();
        for (String sign : new String[] {">=", "<=", "==", "!=", ">", "<"}) {
            if (take(sign)) {
                int next = start();
                return new Compared(sign, quantity(part, from), quantity(sum(), next));
            }
        }
        return part;
    }

    private Part sum() {
        int from = start();
        Part part = product();
        while (true) {
            char sign = take("+") ? '+' : take("-") ? '-' : ' ';
            if (sign == ' ') {
                return part;
            }
            int next = start();
            part = new Reckoned(sign, quantity(part, from), quantity(product(), next));
        }
    }

    private Part product() {
        int from = start();
        Part part = single();
        while (true) {
            char sign = take("*") ? '*' : take("/") ? '/' : ' ';
            if (sign == ' ') {
                return part;
            }
            int next = start();
            part = new Reckoned(sign, quantity(part, from), quantity(single(), next));
        }
    }

    private Part single() {
        int from = start();
        if (++depth > DEPTH_MAX) {
            throw new Fault(from + 1, "At most " + DEPTH_MAX + " parts inside each other.");
        }
        try {
            if (!text.startsWith("!=", at) && take("!")) {
                int next = start();
                return new Not(judgement(single(), next));
            }
            if (take("-")) {
                int next = start();
                return new Reckoned('-', new Literal(0), quantity(single(), next));
            }
            if (take("(")) {
                Part inside = either();
                start();
                if (!take(")")) {
                    throw new Fault(at + 1, "A closing bracket is missing.");
                }
                return inside;
            }
            return take("$") ? variable(from) : literal(from);
        } finally {
            depth--;
        }
    }

    private Part variable(int from) {
        int begin = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String name = text.substring(begin, at);
        if (!known.contains(name)) {
            throw new Fault(
                    from + 1, "There is no $" + name + ". One of $" + String.join(", $", new TreeSet<>(known)) + ".");
        }
        named.add(name);
        return new Variable(name);
    }

    private Part literal(int from) {
        int begin = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String number = text.substring(begin, at);
        if (number.isEmpty()) {
            throw new Fault(
                    from + 1,
                    at < text.length()
                            ? "A number, a $variable or a bracket is expected, not " + text.charAt(at) + "."
                            : "A number, a $variable or a bracket is expected.");
        }
        if (number.chars().filter(c -> c == '.').count() > 1 || number.equals(".") || number.length() > 15) {
            throw new Fault(from + 1, "This is no number.");
        }
        return new Literal(Double.parseDouble(number));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Quantity quantity(Part part, int from) {
        if (part instanceof Quantity quantity) {
            return quantity;
        }
        throw new Fault(from + 1, "A number is needed here, not a comparison.");
    }

    private Judgement judgement(Part part, int from) {
        if (part instanceof Judgement judgement) {
            return judgement;
        }
        throw new Fault(from + 1, "A comparison is needed here, not a number.");
    }

    /** Past what is blank. */
    private int start() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean take(String sign) {
        start();
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }
}
