package org.fourleaf.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever meets a refusal finds its slug in the integrators' list. */
class ProblemWordsTest {

    private static final Pattern SLUG = Pattern.compile(
            "Refusal\\.(?:conflict\\(|forbidden\\(|of\\(\\s*(?:Refusal\\.)?Kind\\.\\w+,)\\s*\"([a-z0-9-]+)\"");
    private static final int SLUGS_AT_LEAST = 50;

    @Test
    void every_slug_is_explained() throws IOException {
        Set<String> slugs = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                Matcher found = SLUG.matcher(Files.readString(source));
                while (found.find()) {
                    slugs.add(found.group(1));
                }
            }
        }
        assertThat(slugs).hasSizeGreaterThan(SLUGS_AT_LEAST);
        String explained = Files.readString(Path.of("docs/integrators/problems.md"));
        assertThat(slugs).allMatch(slug -> explained.contains("`" + slug + "`"));
    }
}
