package org.fourleaf.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FeedbackWordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    @Test
    void every_language_says_everything_with_the_same_places() {
        FeedbackWords english = FeedbackWords.of("en");
        for (String language : FeedbackWords.LANGUAGES) {
            FeedbackWords words = FeedbackWords.of(language);
            assertThat(words.keys()).as(language).isEqualTo(english.keys());
            for (String key : english.keys()) {
                assertThat(places(words.say(key))).as("%s in %s", key, language).isEqualTo(places(english.say(key)));
                assertThat(words.say(key)).as("%s in %s", key, language).isNotBlank();
            }
        }
    }

    @Test
    void the_customers_language_comes_first_then_the_browsers_then_english() {
        List<Locale> browser = List.of(Locale.GERMAN, Locale.forLanguageTag("el-GR"));
        assertThat(FeedbackWords.of("zh-TW", Collections.enumeration(browser)).language())
                .isEqualTo("zh");
        assertThat(FeedbackWords.of("de", Collections.enumeration(browser)).language())
                .isEqualTo("el");
        assertThat(FeedbackWords.of(null, Collections.enumeration(List.of(Locale.GERMAN)))
                        .language())
                .isEqualTo("en");
    }

    private static List<String> places(String said) {
        return PLACE.matcher(said).results().map(MatchResult::group).sorted().toList();
    }
}
