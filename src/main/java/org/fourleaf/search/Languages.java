package org.fourleaf.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which Latin-script languages' endings a text's words may have. Guessed by small words and letters; where nothing tells, both.
 */
record Languages(boolean english, boolean lithuanian) {

    private static final int WORDS_LOOKED_AT = 200;
    private static final Languages BOTH = new Languages(true, true);
    private static final String LITHUANIAN_LETTERS = "ąčęėįšųūž";

    private static final Set<String> ENGLISH_WORDS = Set.of(
            "the", "and", "is", "are", "was", "to", "of", "in", "for", "on", "with", "this", "that", "you", "your",
            "my", "we", "it", "have", "has", "not", "please", "can", "from", "hello", "dear", "thanks", "what", "how",
            "when", "where", "will", "do", "does", "be", "been", "would", "could", "there", "but", "they", "he", "she",
            "as", "at", "by", "an", "or", "if", "so");
    private static final Set<String> LITHUANIAN_WORDS = Set.of(
            "ir",
            "yra",
            "kad",
            "su",
            "is",
            "nuo",
            "bet",
            "jus",
            "jusu",
            "as",
            "mes",
            "labas",
            "laba",
            "diena",
            "del",
            "per",
            "tai",
            "kaip",
            "kur",
            "kada",
            "negaliu",
            "noriu",
            "noreciau",
            "prasau",
            "aciu",
            "man",
            "mano",
            "jau",
            "dar",
            "ar",
            "nera",
            "buvo",
            "bus",
            "ka",
            "kas",
            "koks",
            "kokia",
            "po",
            "prie",
            "nes",
            "apie",
            "i",
            "sveiki",
            "galiu",
            "galima",
            "reikia");

    static Languages of(List<Word> words, String text) {
        int english = 0;
        int lithuanian = 0;
        int looked = 0;
        for (Word word : words) {
            if (looked++ == WORDS_LOOKED_AT) {
                break;
            }
            if (word.forms().english().isEmpty()) {
                continue;
            }
            String folded = word.text();
            if (LITHUANIAN_WORDS.contains(folded) || hasLithuanianLetter(text, word)) {
                lithuanian++;
            }
            if (ENGLISH_WORDS.contains(folded)) {
                english++;
            }
        }
        if (english > 2 * lithuanian) {
            return new Languages(true, false);
        }
        return lithuanian > 2 * english ? new Languages(false, true) : BOTH;
    }

    private static boolean hasLithuanianLetter(String text, Word word) {
        String lower = text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (LITHUANIAN_LETTERS.indexOf(lower.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
