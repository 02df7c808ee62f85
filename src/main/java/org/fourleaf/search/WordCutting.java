package org.fourleaf.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.icu.tokenattributes.ScriptAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballProgram;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;

/**
 * Cuts a text into words by Unicode's rules, folds case and diacritics away and finds the stems. Scripts without spaces become single
 * signs and pairs of neighbours, in simplified form, so that no dictionary decides what can be found.
 */
final class WordCutting {

    /** A longer word is known by its beginning. */
    static final int WORD_LENGTH_MAX = 60;

    private static final int STEM_LENGTH_MIN = 3;
    private static final int FORMS_KEPT = 50_000;
    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
    private static final DefaultICUTokenizerConfig SIGNS_APART = new DefaultICUTokenizerConfig(false, true);
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    private static final Pattern SKIN_TONES = Pattern.compile("[\\x{1F3FB}-\\x{1F3FF}]");

    private static final Cache<String, WordForms> FORMS =
            Caffeine.newBuilder().maximumSize(FORMS_KEPT).build();

    private WordCutting() {}

    static List<Word> cut(String text) {
        List<Word> words = new ArrayList<>();
        cut(text, word -> {
            words.add(word);
            return true;
        });
        return words;
    }

    /** Word by word. @param each given the next word, answers whether it wants more */
    static void cut(String text, Predicate<Word> each) {
        try (ICUTokenizer tokens = new ICUTokenizer(SIGNS_APART)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            ScriptAttribute script = tokens.addAttribute(ScriptAttribute.class);
            tokens.setReader(new StringReader(text));
            tokens.reset();
            int place = 0;
            @Nullable Word sign = null;
            while (tokens.incrementToken()) {
                String raw = term.toString();
                WordForms forms = forms(raw, script.getCode());
                if (forms.text().isEmpty()) {
                    continue;
                }
                Word word = new Word(forms, ++place, offset.startOffset(), offset.endOffset());
                if (!each.test(word)) {
                    return;
                }
                if (forms.ideographic()) {
                    if (sign != null
                            && sign.end() == word.start()
                            && !each.test(new Word(
                                    WordForms.sign(sign.text() + word.text()),
                                    sign.place(),
                                    sign.start(),
                                    word.end()))) {
                        return;
                    }
                    sign = word;
                } else {
                    sign = null;
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without case, diacritics, width and what can't be seen. */
    static String fold(String raw) {
        String straight = raw.indexOf('\u2019') < 0 ? raw : raw.replace('\u2019', '\'');
        String folded = Texts.clean(ICUFoldingFilter.NORMALIZER.normalize(straight));
        if (folded.indexOf('\ud83c') >= 0) {
            folded = SKIN_TONES.matcher(folded).replaceAll("");
        }
        return Texts.cut(folded.strip(), WORD_LENGTH_MAX);
    }

    private static WordForms forms(String raw, int script) {
        if (raw.length() > 2 * WORD_LENGTH_MAX) {
            return build(Texts.cut(raw, 2 * WORD_LENGTH_MAX), script);
        }
        WordForms known = FORMS.getIfPresent(raw);
        if (known == null) {
            known = build(raw, script);
            FORMS.put(raw, known);
        }
        return known;
    }

    private static WordForms build(String raw, int script) {
        String folded = fold(raw);
        if (script == UScript.HAN || script == UScript.HIRAGANA || script == UScript.JAPANESE) {
            return folded.codePointCount(0, folded.length()) == 1
                    ? WordForms.sign(simplified(folded))
                    : new WordForms(folded, List.of(), List.of(), List.of(), List.of(), false);
        }
        List<String> parts = parts(folded);
        boolean bends = parts.isEmpty() && folded.codePoints().allMatch(Character::isLetter);
        boolean latin = bends && script == UScript.LATIN;
        return new WordForms(
                folded,
                parts,
                latin ? List.of(stem(new EnglishStemmer(), folded)) : List.of(),
                latin ? lithuanian(raw, folded) : List.of(),
                bends && script == UScript.GREEK ? greek(folded) : List.of(),
                false);
    }

    private static synchronized String simplified(String sign) {
        return SIMPLIFIED.transliterate(sign);
    }

    private static List<String> lithuanian(String raw, String folded) {
        Set<String> stems = new LinkedHashSet<>();
        stems.add(fold(stem(new LithuanianStemmer(), COMPOSED.normalize(raw).toLowerCase(Locale.ROOT))));
        stems.add(stem(new LithuanianStemmer(), folded));
        return List.copyOf(stems);
    }

    /** Greek endings come off one after the other, not always in one go: of a word both stems, of which another form shares one. */
    private static List<String> greek(String folded) {
        Set<String> stems = new LinkedHashSet<>();
        String once = stem(new GreekStemmer(), folded);
        stems.add(once);
        stems.add(stem(new GreekStemmer(), once));
        return List.copyOf(stems);
    }

    private static String stem(SnowballProgram stemmer, String word) {
        stemmer.setCurrent(word);
        ((org.tartarus.snowball.SnowballStemmer) stemmer).stem();
        String stem = stemmer.getCurrent();
        return stem.length() < STEM_LENGTH_MIN ? word : stem;
    }

    /** The pieces between dots, apostrophes and the like, when there are several. */
    private static List<String> parts(String folded) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && ".,:;'_\u00b7/@-".indexOf(folded.charAt(i)) < 0;
            if (!inside) {
                if (i > from) {
                    parts.add(folded.substring(from, i));
                }
                from = i + 1;
            }
        }
        return parts.size() == 1 && parts.getFirst().equals(folded) ? List.of() : parts;
    }
}
