package org.fourleaf.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of one document as PostgreSQL keeps them: each once, those as written with their places so that phrases can be found, stems
 * and marked words without. A stem that is the word itself is left out; questions ask for both.
 */
final class WordVector {

    /** PostgreSQL keeps no more places of a word than this. */
    private static final int PLACES_OF_A_WORD_MAX = 255;

    private static final int PLACE_MAX = 16_000;
    private static final int GAP_BETWEEN_TEXTS = 10;

    private final Map<String, List<Integer>> places = new LinkedHashMap<>();
    private final Set<String> written = new TreeSet<>();
    private int end;

    int size() {
        return places.size();
    }

    int end() {
        return end;
    }

    /** The words as written, for the vocabulary. */
    Set<String> written() {
        return written;
    }

    WordVector copy() {
        WordVector copy = new WordVector();
        places.forEach((word, at) -> copy.places.put(word, new ArrayList<>(at)));
        copy.written.addAll(written);
        copy.end = end;
        return copy;
    }

    List<Word> add(String text) {
        List<Word> words = WordCutting.cut(text);
        Languages languages = Languages.of(words, text);
        int last = 0;
        for (Word word : words) {
            WordForms forms = word.forms();
            int place = Math.min(end + word.place(), PLACE_MAX);
            last = Math.max(last, word.place());
            put(forms.text(), place);
            forms.parts().forEach(part -> put(part, place));
            if (languages.english()) {
                stems(WordForms.ENGLISH, forms.english(), forms.text());
            }
            if (languages.lithuanian()) {
                stems(WordForms.LITHUANIAN, forms.lithuanian(), forms.text());
            }
            stems(WordForms.GREEK, forms.greek(), forms.text());
        }
        end += last + GAP_BETWEEN_TEXTS;
        return words;
    }

    /** Every word of a text once more, marked as standing in one of the ticket's fields. */
    void mark(String mark, List<Word> words) {
        for (Word word : words) {
            mark(mark, word.text());
            word.forms().parts().forEach(part -> mark(mark, part));
            word.forms().english().forEach(stem -> mark(mark, WordForms.ENGLISH + stem));
            word.forms().lithuanian().forEach(stem -> mark(mark, WordForms.LITHUANIAN + stem));
            word.forms().greek().forEach(stem -> mark(mark, WordForms.GREEK + stem));
        }
    }

    void mark(String mark, String word) {
        places.putIfAbsent(mark + word, List.of());
    }

    private void stems(String mark, List<String> stems, String word) {
        for (String stem : stems) {
            if (!stem.equals(word)) {
                mark(mark, stem);
            }
        }
    }

    private void put(String word, int place) {
        List<Integer> at = places.computeIfAbsent(word, key -> new ArrayList<>(2));
        if (at.size() < PLACES_OF_A_WORD_MAX && (at.isEmpty() || at.getLast() != place)) {
            at.add(place);
        }
        written.add(word);
    }

    /** As text that PostgreSQL reads as a tsvector. */
    String literal() {
        StringBuilder text = new StringBuilder(places.size() * 16);
        places.forEach((word, at) -> {
            quote(text, word);
            for (int i = 0; i < at.size(); i++) {
                text.append(i == 0 ? ':' : ',').append(at.get(i).intValue());
            }
            text.append(' ');
        });
        return text.toString();
    }

    static void quote(StringBuilder text, String word) {
        text.append('\'');
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\'' || c == '\\') {
                text.append(c);
            }
            text.append(c);
        }
        text.append('\'');
    }
}
