package org.fourleaf.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of one document as PostgreSQL keeps them: each once, those as written with their places so that phrases can be found, stems
 * and marked words without. A stem that is the word itself is left out; questions ask for both.
 */
final class WordVector {

    /** PostgreSQL keeps no more places of a word than this. */
    private static final int PLACES_OF_A_WORD_MAX = 255;

    private static final int PLACE_MAX = 16_000;
    private static final int GAP_BETWEEN_TEXTS = 10;
    private static final int WORDS_EXPECTED = 256;
    private static final int LETTERS_OF_A_WORD_EXPECTED = 16;

    /** Where a word stands, ascending. */
    private static final class Places {

        private static final int EXPECTED = 4;
        /** Of a word that stands in no text: a mark. */
        private static final Places NONE = new Places(0);

        private int[] at;
        private int size;

        Places(int expected) {
            at = new int[expected];
        }

        void add(int place) {
            if (size == PLACES_OF_A_WORD_MAX || (size > 0 && at[size - 1] == place)) {
                return;
            }
            if (size == at.length) {
                at = Arrays.copyOf(at, 2 * size);
            }
            at[size++] = place;
        }
    }

    private final Map<String, Places> places = HashMap.newHashMap(WORDS_EXPECTED);
    private int end;

    int size() {
        return places.size();
    }

    int end() {
        return end;
    }

    /** The words as written, for the vocabulary. */
    Set<String> written() {
        Set<String> written = HashSet.newHashSet(places.size());
        places.forEach((word, at) -> {
            if (at.size > 0) {
                written.add(word);
            }
        });
        return written;
    }

    List<Word> add(String text) {
        List<Word> words = WordCutting.cut(text);
        Languages languages = Languages.of(words);
        int last = 0;
        for (Word word : words) {
            WordForms forms = word.forms();
            int place = Math.min(end + word.place(), PLACE_MAX);
            last = Math.max(last, word.place());
            put(forms.text(), place);
            for (String part : forms.parts()) {
                put(part, place);
            }
            if (languages.english()) {
                stems(forms.english(), forms.text());
            }
            if (languages.lithuanian()) {
                stems(forms.lithuanian(), forms.text());
            }
            stems(forms.greek(), forms.text());
        }
        end += last + GAP_BETWEEN_TEXTS;
        return words;
    }

    /** Every word of a text once more, marked as standing in one of the ticket's fields. */
    void mark(String mark, List<Word> words) {
        for (Word word : words) {
            mark(mark, word.text());
            word.forms().parts().forEach(part -> mark(mark, part));
            word.forms().english().forEach(stem -> mark(mark, stem));
            word.forms().lithuanian().forEach(stem -> mark(mark, stem));
            word.forms().greek().forEach(stem -> mark(mark, stem));
        }
    }

    void mark(String mark, String word) {
        places.putIfAbsent(mark + word, Places.NONE);
    }

    private void stems(List<String> stems, String word) {
        for (String stem : stems) {
            boolean itself = stem.length() == word.length() + WordForms.ENGLISH.length() && stem.endsWith(word);
            if (!itself) {
                places.putIfAbsent(stem, Places.NONE);
            }
        }
    }

    private void put(String word, int place) {
        Places at = places.get(word);
        if (at == null || at == Places.NONE) {
            at = new Places(Places.EXPECTED);
            places.put(word, at);
        }
        at.add(place);
    }

    /** As text that PostgreSQL reads as a tsvector. */
    String literal() {
        StringBuilder text = new StringBuilder(places.size() * LETTERS_OF_A_WORD_EXPECTED);
        places.forEach((word, at) -> {
            quote(text, word);
            for (int i = 0; i < at.size; i++) {
                text.append(i == 0 ? ':' : ',').append(at.at[i]);
            }
            text.append(' ');
        });
        return text.toString();
    }

    static void quote(StringBuilder text, String word) {
        text.append('\'');
        if (word.indexOf('\'') < 0 && word.indexOf('\\') < 0) {
            text.append(word).append('\'');
            return;
        }
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
