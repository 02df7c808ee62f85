package org.fourleaf.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which Latin-script languages' endings a text's words may have. Guessed by small words and letters; where nothing tells, both.
 */
record Languages(boolean english, boolean lithuanian) {

    private static final int WORDS_LOOKED_AT = 200;
    static final Languages NONE = new Languages(false, false);
    private static final Languages ENGLISH = new Languages(true, false);
    private static final Languages LITHUANIAN = new Languages(false, true);
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

    /** What one word tells. */
    static Languages toldBy(String raw, String folded) {
        boolean lithuanian = LITHUANIAN_WORDS.contains(folded) || hasLithuanianLetter(raw);
        return new Languages(ENGLISH_WORDS.contains(folded), lithuanian);
    }

    static Languages of(List<Word> words) {
        int english = 0;
        int lithuanian = 0;
        int looked = 0;
        for (Word word : words) {
            if (looked++ == WORDS_LOOKED_AT) {
                break;
            }
            Languages tells = word.forms().tells();
            lithuanian += tells.lithuanian ? 1 : 0;
            english += tells.english ? 1 : 0;
        }
        if (english > 2 * lithuanian) {
            return ENGLISH;
        }
        return lithuanian > 2 * english ? LITHUANIAN : BOTH;
    }

    private static boolean hasLithuanianLetter(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (LITHUANIAN_LETTERS.indexOf(lower.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
