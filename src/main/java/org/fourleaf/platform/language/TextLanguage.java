package org.fourleaf.platform.language;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * Which language a text is in, as two letters: told by its script where one language has it, else by the small words that Lucene knows of
 * each language. Where nothing tells, none.
 */
public final class TextLanguage {

    private static final int LOOKED_AT_LENGTH_MAX = 5_000;
    private static final int LETTERS_MIN = 3;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Map<UnicodeScript, String> BY_SCRIPT = new EnumMap<>(Map.of(
            UnicodeScript.HAN, "zh",
            UnicodeScript.HANGUL, "ko",
            UnicodeScript.GREEK, "el",
            UnicodeScript.THAI, "th",
            UnicodeScript.HEBREW, "he",
            UnicodeScript.ARMENIAN, "hy",
            UnicodeScript.GEORGIAN, "ka",
            UnicodeScript.DEVANAGARI, "hi",
            UnicodeScript.BENGALI, "bn"));

    private static final Map<String, Supplier<CharArraySet>> SMALL_WORDS = Map.ofEntries(
            Map.entry("ar", ArabicAnalyzer::getDefaultStopSet),
            Map.entry("bg", BulgarianAnalyzer::getDefaultStopSet),
            Map.entry("cs", CzechAnalyzer::getDefaultStopSet),
            Map.entry("da", DanishAnalyzer::getDefaultStopSet),
            Map.entry("de", GermanAnalyzer::getDefaultStopSet),
            Map.entry("en", EnglishAnalyzer::getDefaultStopSet),
            Map.entry("es", SpanishAnalyzer::getDefaultStopSet),
            Map.entry("et", EstonianAnalyzer::getDefaultStopSet),
            Map.entry("fa", PersianAnalyzer::getDefaultStopSet),
            Map.entry("fi", FinnishAnalyzer::getDefaultStopSet),
            Map.entry("fr", FrenchAnalyzer::getDefaultStopSet),
            Map.entry("hu", HungarianAnalyzer::getDefaultStopSet),
            Map.entry("it", ItalianAnalyzer::getDefaultStopSet),
            Map.entry("lt", LithuanianAnalyzer::getDefaultStopSet),
            Map.entry("lv", LatvianAnalyzer::getDefaultStopSet),
            Map.entry("nl", DutchAnalyzer::getDefaultStopSet),
            Map.entry("no", NorwegianAnalyzer::getDefaultStopSet),
            Map.entry("pt", PortugueseAnalyzer::getDefaultStopSet),
            Map.entry("ro", RomanianAnalyzer::getDefaultStopSet),
            Map.entry("ru", RussianAnalyzer::getDefaultStopSet),
            Map.entry("sv", SwedishAnalyzer::getDefaultStopSet),
            Map.entry("tr", TurkishAnalyzer::getDefaultStopSet));

    /** What Lucene's short English list leaves out and mails are full of. */
    private static final Set<String> MORE_ENGLISH = Set.of(
            "i", "you", "my", "your", "we", "have", "please", "can", "hello", "from", "me", "do", "what", "thanks");

    private static final Map<String, Set<String>> WORDS = words();

    private TextLanguage() {}

    public static Optional<String> of(String text) {
        String start = text.length() <= LOOKED_AT_LENGTH_MAX ? text : text.substring(0, LOOKED_AT_LENGTH_MAX);
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        start.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> scripts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        Map.Entry<UnicodeScript, Integer> most =
                scripts.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
        if (most == null
                || scripts.values().stream().mapToInt(Integer::intValue).sum() < LETTERS_MIN) {
            return Optional.empty();
        }
        if (scripts.containsKey(UnicodeScript.HIRAGANA) || scripts.containsKey(UnicodeScript.KATAKANA)) {
            return Optional.of("ja");
        }
        String alone = BY_SCRIPT.get(most.getKey());
        return alone == null ? bySmallWords(start) : Optional.of(alone);
    }

    private static Optional<String> bySmallWords(String text) {
        Map<String, Integer> hits = new HashMap<>();
        for (String word : NO_LETTERS.split(text.toLowerCase(Locale.ROOT), -1)) {
            String folded = folded(word);
            WORDS.forEach((language, words) -> {
                if (words.contains(word) || words.contains(folded)) {
                    hits.merge(language, 1, Integer::sum);
                }
            });
        }
        int best = hits.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Set<String> winners = new HashSet<>();
        hits.forEach((language, n) -> {
            if (n == best) {
                winners.add(language);
            }
        });
        return winners.size() == 1 ? winners.stream().findFirst() : Optional.empty();
    }

    /** With and without accents, because people write them or not. */
    private static Map<String, Set<String>> words() {
        Map<String, Set<String>> words = new HashMap<>();
        SMALL_WORDS.forEach((language, stops) -> {
            Set<String> both = new HashSet<>();
            for (Object stop : stops.get()) {
                String word = new String((char[]) stop);
                both.add(word);
                both.add(folded(word));
            }
            words.put(language, both);
        });
        words.computeIfAbsent("en", language -> new HashSet<>()).addAll(MORE_ENGLISH);
        return words;
    }

    private static String folded(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }
}
