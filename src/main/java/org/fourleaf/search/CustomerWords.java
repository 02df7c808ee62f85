package org.fourleaf.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was typed, asked of customers: only plain words are; the last may be a beginning. */
final class CustomerWords {

    private static final int BEGINNING_LENGTH_MIN = 2;

    private CustomerWords() {}

    /** None when it asks for more than words. */
    static @Nullable String of(Typed typed) {
        List<String> questions = new ArrayList<>();
        for (Typed.Clause clause : typed.clauses()) {
            Typed.Term term = clause.terms().getFirst();
            if (clause.terms().size() > 1 || term.operator() != null || term.negated()) {
                return null;
            }
            List<Word> words = Matching.asked(WordCutting.cut(term.value()));
            for (Word word : words) {
                boolean grows = term.growing()
                        && word.equals(words.getLast())
                        && word.text().length() >= BEGINNING_LENGTH_MIN;
                String forms = Matching.anyWord(Matching.forms(word.forms()));
                questions.add(grows ? forms + " | " + Matching.quoted(word.text()) + ":*" : String.valueOf(forms));
            }
        }
        return Matching.all(questions);
    }
}
