package org.fourleaf.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fourleaf.platform.Texts;

/** Finds in a text the words that were searched for: as places, never as markup. */
final class Marks {

    /** What is shown of a text around the first word found. */
    static final int EXCERPT_LENGTH_MAX = 220;

    private static final int BEFORE_THE_WORD = 60;
    private static final int MARKS_MAX = 50;
    private static final Pattern SPACE = Pattern.compile("\\s");

    /** From where to where, in UTF-16 units. */
    record Mark(int start, int end) {}

    /** A piece of a text. */
    record Excerpt(String text, List<Mark> marks) {}

    private Marks() {}

    static List<Mark> of(String text, Set<String> lit) {
        return within(text, lit, Integer.MAX_VALUE);
    }

    /** @param reach so far behind the first one found the text is looked at */
    private static List<Mark> within(String text, Set<String> lit, int reach) {
        List<Mark> marks = new ArrayList<>();
        WordCutting.cut(text, word -> {
            if (!marks.isEmpty() && word.start() - marks.getFirst().start() > reach) {
                return false;
            }
            if (isLit(word.forms(), lit)) {
                Mark last = marks.isEmpty() ? null : marks.getLast();
                if (last != null && word.start() < last.end()) {
                    marks.removeLast();
                    marks.add(new Mark(last.start(), Math.max(last.end(), word.end())));
                } else if (marks.size() < MARKS_MAX) {
                    marks.add(new Mark(word.start(), word.end()));
                }
            }
            return true;
        });
        return marks;
    }

    /** Whether a text may hold one of the words: quicker than cutting it. */
    static boolean mayHold(String text, Set<String> lit) {
        String folded = org.apache.lucene.analysis.icu.ICUFoldingFilter.NORMALIZER.normalize(text);
        for (String lexeme : lit) {
            if (folded.contains(lexeme.substring(lexeme.lastIndexOf('=') + 1))) {
                return true;
            }
        }
        return false;
    }

    /** The part around the first word found; the beginning where there is none. */
    static Excerpt excerpt(String text, Set<String> lit) {
        String line = SPACE.matcher(text).replaceAll(" ");
        List<Mark> marks = within(line, lit, EXCERPT_LENGTH_MAX);
        int first = marks.isEmpty() ? 0 : marks.getFirst().start();
        int start = Math.max(0, first - BEFORE_THE_WORD);
        if (start > 0) {
            int space = line.indexOf(' ', start);
            start = space >= 0 && space < first ? space + 1 : start;
            if (start > 0 && start < line.length() && Character.isLowSurrogate(line.charAt(start))) {
                start++;
            }
        }
        String piece = Texts.cut(line.substring(start), EXCERPT_LENGTH_MAX);
        List<Mark> inside = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.start >= start && mark.end - start <= piece.length()) {
                inside.add(new Mark(mark.start - start, mark.end - start));
            }
        }
        return new Excerpt(piece, inside);
    }

    private static boolean isLit(WordForms forms, Set<String> lit) {
        if (lit.contains(forms.text())) {
            return true;
        }
        return anyLit(forms.parts(), lit)
                || anyLit(forms.english(), lit)
                || anyLit(forms.lithuanian(), lit)
                || anyLit(forms.greek(), lit);
    }

    private static boolean anyLit(List<String> lexemes, Set<String> lit) {
        for (String lexeme : lexemes) {
            if (lit.contains(lexeme)) {
                return true;
            }
        }
        return false;
    }
}
