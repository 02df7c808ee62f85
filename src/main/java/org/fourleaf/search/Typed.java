package org.fourleaf.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, taken apart: all clauses must hold, of a clause any one term. The language: words, {@code "phrases"},
 * {@code -not}, {@code OR} between two neighbours, {@code operator:value}. Nothing is a mistake: what is no operator is a word, a quote
 * that never closes ends with the text.
 */
record Typed(List<Clause> clauses) {

    /** Terms beyond are left out: nobody types so many, and each costs. */
    static final int TERMS_MAX = 32;

    private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb";

    /** Alternatives. */
    record Clause(List<Term> terms) {
        Clause {
            terms = List.copyOf(terms);
        }
    }

    /**
     * One thing asked for.
     *
     * @param operator none for words of the text
     * @param quoted stands in quotes: the words in this order
     * @param growing the last word, perhaps still being typed
     */
    record Term(@Nullable Operator operator, String value, boolean negated, boolean quoted, boolean growing) {}

    Typed {
        clauses = List.copyOf(clauses);
    }

    static Typed of(String text) {
        return new Reading(text).all();
    }

    /** Walks the text once. */
    private static final class Reading {

        private final String text;
        private int at;
        private int terms;

        Reading(String text) {
            this.text = text;
        }

        Typed all() {
            List<Clause> clauses = new ArrayList<>();
            boolean or = false;
            while (skipSpace() && terms < TERMS_MAX) {
                if (text.startsWith("OR", at) && endsAt(at + 2)) {
                    at += 2;
                    or = !clauses.isEmpty();
                    continue;
                }
                Term term = term();
                if (term.value().isBlank()) {
                    continue;
                }
                terms++;
                if (or) {
                    List<Term> either = new ArrayList<>(clauses.removeLast().terms());
                    either.add(term);
                    clauses.add(new Clause(either));
                } else {
                    clauses.add(new Clause(List.of(term)));
                }
                or = false;
            }
            return new Typed(clauses);
        }

        private boolean skipSpace() {
            while (at < text.length() && isSpace(text.charAt(at))) {
                at++;
            }
            return at < text.length();
        }

        private Term term() {
            boolean negated = text.charAt(at) == '-' && !endsAt(at + 1);
            if (negated) {
                at++;
            }
            int colon = at;
            while (colon < text.length() && Character.isLetter(text.charAt(colon))) {
                colon++;
            }
            Operator operator = colon < text.length() && isColon(text.charAt(colon))
                    ? Operator.named(text.substring(at, colon))
                    : null;
            if (operator != null) {
                at = colon + 1;
            }
            if (at < text.length() && isQuote(text.charAt(at))) {
                return new Term(operator, quoted(), negated, true, false);
            }
            int start = at;
            while (at < text.length() && !isSpace(text.charAt(at)) && !isQuote(text.charAt(at))) {
                at++;
            }
            return new Term(operator, text.substring(start, at), negated, false, at == text.length());
        }

        private String quoted() {
            int start = ++at;
            while (at < text.length() && !isQuote(text.charAt(at))) {
                at++;
            }
            String inside = text.substring(start, at);
            at++;
            return inside;
        }

        private boolean endsAt(int place) {
            return place >= text.length() || isSpace(text.charAt(place));
        }

        private static boolean isSpace(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c);
        }

        private static boolean isQuote(char c) {
            return QUOTES.indexOf(c) >= 0;
        }

        private static boolean isColon(char c) {
            return c == ':' || c == '\uff1a';
        }
    }
}
