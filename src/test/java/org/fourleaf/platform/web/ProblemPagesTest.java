package org.fourleaf.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InFourleaf
class ProblemPagesTest {

    private static final Pattern SLUG = Pattern.compile("`([a-z0-9-]+)`(?=[^|]*\\| \\d{3} \\|)");

    private final World world;

    ProblemPagesTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @Test
    void every_problem_has_a_page_titled_in_every_language() throws IOException {
        List<String> slugs = SLUG.matcher(Files.readString(Path.of("docs/integrators/problems.md")))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(slugs).hasSizeGreaterThan(70);
        String titles = Files.readString(Path.of("docs/integrators/problem-titles.tsv"));
        for (String slug : slugs) {
            assertThat(titles).as("the titles of %s", slug).containsPattern("(?m)^" + slug + "(\t[^\t\n]+){3}$");
            assertThat(world.stranger().get("/problems/" + slug).mustBe(200).string())
                    .contains("<code>" + slug + "</code>");
        }
    }

    @Test
    void the_type_of_a_refusal_leads_to_its_page() {
        Api.Answer refused = world.stranger().get("/api/v1/tickets");
        Api reader = world.stranger().with("Accept-Language", "lt,en;q=0.5").with("Accept", "text/html");
        Api.Answer page = reader.get(refused.text("/type")).mustBe(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.string()).contains("Reikia prisijungti", "401", "no session and no token");
        assertThat(reader.get("/problems").mustBe(200).string()).contains("/problems/stale", "Tuo metu pakeista");
        world.stranger().get("/problems/no-such-thing").mustRefuse(404, "not-found");
    }
}
