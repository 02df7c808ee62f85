package org.fourleaf.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Words of the vocabulary that a mistyped one may mean: few letters added, lost, changed or swapped. */
@Component
class LookingAlike {

    private static final int LENGTH_MIN = 4;
    private static final int LENGTH_OF_TWO_SLIPS = 8;
    private static final int WORDS_MAX = 8;

    private final VocabularyStore vocabulary;

    LookingAlike(VocabularyStore vocabulary) {
        this.vocabulary = vocabulary;
    }

    Map<String, Set<String>> of(List<String> words, int eachMax) {
        Map<String, Set<String>> alike = new HashMap<>();
        for (String word : words.stream().distinct().limit(WORDS_MAX).toList()) {
            if (word.length() < LENGTH_MIN || !word.codePoints().allMatch(Character::isLetter)) {
                continue;
            }
            int slips = word.length() >= LENGTH_OF_TWO_SLIPS ? 2 : 1;
            Set<String> near = new LinkedHashSet<>();
            for (VocabularyStore.Used used : vocabulary.alike(word)) {
                if (near.size() < eachMax && !used.word().equals(word) && distance(word, used.word()) <= slips) {
                    near.add(used.word());
                }
            }
            if (!near.isEmpty()) {
                alike.put(word, near);
            }
        }
        return alike;
    }

    /** Letters added, lost, changed, or swapped with a neighbour. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
