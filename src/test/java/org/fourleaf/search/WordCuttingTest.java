package org.fourleaf.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;

class WordCuttingTest {

    private static final Pattern BETWEEN_SPACES = Pattern.compile("[^ \\n\\r\\t]+");
    private static final int TEXTS = 20_000;
    private static final int PIECES_MAX = 14;
    private static final List<String> PIECES = List.of(
            "printer",
            "Straße",
            "spausdintuvas",
            "ąžuolas",
            "εκτυπωτής",
            "ΟΔΟΣ",
            "принтер",
            "打印机",
            "プリンター",
            "ひらがな",
            "4711",
            "3.14",
            "a1b2",
            "don't",
            "l'eau",
            "example.org",
            "anna@example.org",
            "x-ray",
            "2026-11-22",
            "#12",
            "§",
            "😀",
            "👩‍👩‍👧",
            "👍🏽",
            "e\u0301",
            "\u0301",
            "\u200b",
            "\u200d",
            "\u00ad",
            "🇱🇹",
            ".",
            ",",
            ";",
            ":",
            "!",
            "?",
            "(",
            ")",
            "\"",
            "'",
            "’",
            "/",
            "_",
            "ʼ",
            "·",
            "…",
            "«",
            "»",
            "\u00d7",
            "ª",
            "Ⅷ",
            "½",
            "ﬁ",
            "ǆ",
            "א\"ב",
            "ไทย",
            "한국어",
            "\u037e");

    private static final List<String> BETWEEN =
            List.of(" ", " ", " ", "", "", "\n", "\r\n", "\t", "  ", "\u00a0", "\u3000");

    @Test
    void the_quick_way_cuts_as_unicodes_rules_do() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(PIECES_MAX); n >= 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
                text.append(BETWEEN.get(random.nextInt(BETWEEN.size())));
            }
            assertThat(cut(text.toString())).as(text.toString()).isEqualTo(byTheRules(text.toString()));
        }
    }

    @Test
    void words_keep_their_places_and_numbers() {
        assertThat(WordCutting.cut("Dear Anna, the order 4711 isn't here."))
                .extracting(word -> word.place() + " " + word.text() + " " + word.start() + "-" + word.end())
                .containsExactly(
                        "1 dear 0-4",
                        "2 anna 5-9",
                        "3 the 11-14",
                        "4 order 15-20",
                        "5 4711 21-25",
                        "6 isn't 26-31",
                        "7 here 32-36");
    }

    private static List<String> cut(String text) {
        return WordCutting.cut(text).stream()
                .filter(word -> !isPair(word))
                .map(word -> word.text() + " " + word.start() + "-" + word.end())
                .toList();
    }

    private static boolean isPair(Word word) {
        return word.forms().ideographic()
                && word.text().codePointCount(0, word.text().length()) > 1;
    }

    private static List<String> byTheRules(String text) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher pieces = BETWEEN_SPACES.matcher(text);
        while (pieces.find()) {
            byTheRules(pieces.group(), pieces.start(), words);
        }
        return words;
    }

    private static void byTheRules(String text, int start, List<String> words) throws IOException {
        try (ICUTokenizer tokens = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.setReader(new StringReader(text));
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = WordCutting.cut(term.toString()).stream()
                        .findFirst()
                        .map(Word::text)
                        .orElse(WordCutting.fold(term.toString()));
                if (!WordCutting.fold(term.toString()).isEmpty()) {
                    words.add(word + " " + (start + offset.startOffset()) + "-" + (start + offset.endOffset()));
                }
            }
            tokens.end();
        }
    }
}
