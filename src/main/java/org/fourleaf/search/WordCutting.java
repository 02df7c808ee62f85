package org.fourleaf.search;

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
import java.util.concurrent.ArrayBlockingQueue;
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
    /** A power of two. */
    private static final int FORMS_KEPT = 1 << 15;

    private static final int TOKENIZERS_KEPT = 8;
    private static final String ENDING = ".,;:!?)";
    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
    private static final DefaultICUTokenizerConfig SIGNS_APART = new DefaultICUTokenizerConfig(false, true);
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    private static final Pattern SKIN_TONES = Pattern.compile("[\\x{1F3FB}-\\x{1F3FF}]");

    private static final @Nullable Known[] FORMS = new @Nullable Known[FORMS_KEPT];
    private static final ArrayBlockingQueue<ICUTokenizer> IDLE = new ArrayBlockingQueue<>(TOKENIZERS_KEPT);

    /** A word met before. Whoever comes to its slot last stays: finding costs a look, and no lock. */
    private record Known(String raw, WordForms forms) {}

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
        new Cut(text, each).all();
    }

    /**
     * A text being cut, from space to space, so that no word depends on the one before. Letters of one alphabet and digits are one word
     * by Unicode's rules, too: most words need no more than a look at them.
     */
    private static final class Cut {

        private final String text;
        private final Predicate<Word> each;
        private int place;
        private @Nullable Word sign;
        private int script;

        Cut(String text, Predicate<Word> each) {
            this.text = text;
            this.each = each;
        }

        void all() {
            int at = 0;
            while (at < text.length()) {
                if (isSpace(text.charAt(at))) {
                    at++;
                    continue;
                }
                int end = plainWord(at);
                if (end > at) {
                    if (!took(text.substring(at, end), script, at, end)) {
                        return;
                    }
                    at = spaceFrom(end);
                } else {
                    end = spaceFrom(at);
                    if (!byTheRules(at, end)) {
                        return;
                    }
                    at = end;
                }
            }
        }

        /** Where the word that begins there ends, if only marks that end a sentence stand between it and the next space. */
        private int plainWord(int from) {
            script = UScript.COMMON;
            int end = from;
            while (end < text.length()) {
                int of = scriptOf(text.charAt(end));
                boolean other = of != UScript.COMMON && of != script;
                if (of < 0 || (other && end > from)) {
                    break;
                }
                script = other ? of : script;
                end++;
            }
            int rest = end;
            while (rest < text.length() && ENDING.indexOf(text.charAt(rest)) >= 0) {
                rest++;
            }
            return rest == text.length() || isSpace(text.charAt(rest)) ? end : from;
        }

        private boolean byTheRules(int from, int to) {
            @Nullable ICUTokenizer idle = IDLE.poll();
            ICUTokenizer tokens = idle == null ? new ICUTokenizer(SIGNS_APART) : idle;
            try {
                CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
                OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
                ScriptAttribute kind = tokens.addAttribute(ScriptAttribute.class);
                tokens.setReader(new StringReader(from == 0 && to == text.length() ? text : text.substring(from, to)));
                tokens.reset();
                boolean more = true;
                while (more && tokens.incrementToken()) {
                    more = took(
                            term.toString(), kind.getCode(), from + offset.startOffset(), from + offset.endOffset());
                }
                tokens.close();
                // One that failed is not used again; whether there is room for this one does not matter.
                var _ = IDLE.offer(tokens);
                return more;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean took(String raw, int script, int start, int end) {
            WordForms forms = forms(raw, script);
            if (forms.text().isEmpty()) {
                return true;
            }
            Word word = new Word(forms, ++place, start, end);
            if (!each.test(word)) {
                return false;
            }
            Word before = sign;
            sign = forms.ideographic() ? word : null;
            return !forms.ideographic()
                    || before == null
                    || before.end() != word.start()
                    || each.test(new Word(
                            WordForms.sign(before.text() + word.text()), before.place(), before.start(), word.end()));
        }

        private int spaceFrom(int at) {
            int end = at;
            while (end < text.length() && !isSpace(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\n' || c == '\r' || c == '\t';
        }

        /** Of letters that always join into words, and of digits; −1 of all others. */
        private static int scriptOf(char c) {
            if (c < 0x80) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                        ? UScript.LATIN
                        : c >= '0' && c <= '9' ? UScript.COMMON : -1;
            }
            if (c >= 0xc0 && c <= 0x17f) {
                return c == 0xd7 || c == 0xf7 ? -1 : UScript.LATIN;
            }
            if (c >= 0x388 && c <= 0x3ce) {
                return Character.isLetter(c) ? UScript.GREEK : -1;
            }
            return c >= 0x400 && c <= 0x481 ? UScript.CYRILLIC : -1;
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
        int hash = raw.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (FORMS_KEPT - 1);
        @Nullable Known known = FORMS[slot];
        if (known != null && known.raw.equals(raw)) {
            return known.forms;
        }
        WordForms forms = build(raw, script);
        FORMS[slot] = new Known(raw, forms);
        return forms;
    }

    private static WordForms build(String raw, int script) {
        String folded = fold(raw);
        if (script == UScript.HAN || script == UScript.HIRAGANA || script == UScript.JAPANESE) {
            return folded.codePointCount(0, folded.length()) == 1
                    ? WordForms.sign(simplified(folded))
                    : new WordForms(folded, List.of(), List.of(), List.of(), List.of(), Languages.NONE, false);
        }
        List<String> parts = parts(folded);
        boolean bends = parts.isEmpty() && folded.codePoints().allMatch(Character::isLetter);
        boolean latin = bends && script == UScript.LATIN;
        return new WordForms(
                folded,
                parts,
                latin ? List.of(WordForms.ENGLISH + stem(new EnglishStemmer(), folded)) : List.of(),
                latin ? lithuanian(raw, folded) : List.of(),
                bends && script == UScript.GREEK ? greek(folded) : List.of(),
                latin ? Languages.toldBy(raw, folded) : Languages.NONE,
                false);
    }

    private static synchronized String simplified(String sign) {
        return SIMPLIFIED.transliterate(sign);
    }

    private static List<String> lithuanian(String raw, String folded) {
        Set<String> stems = new LinkedHashSet<>();
        stems.add(WordForms.LITHUANIAN
                + fold(stem(new LithuanianStemmer(), COMPOSED.normalize(raw).toLowerCase(Locale.ROOT))));
        stems.add(WordForms.LITHUANIAN + stem(new LithuanianStemmer(), folded));
        return List.copyOf(stems);
    }

    /** Greek endings come off one after the other, not always in one go: of a word both stems, of which another form shares one. */
    private static List<String> greek(String folded) {
        Set<String> stems = new LinkedHashSet<>();
        String once = stem(new GreekStemmer(), folded);
        stems.add(WordForms.GREEK + once);
        stems.add(WordForms.GREEK + stem(new GreekStemmer(), once));
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
