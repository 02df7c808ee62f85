package org.fourleaf.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fourleaf.platform.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * Where a problem's {@code type} leads: a page for people that says what it means, made of the list integrators read. The title is in
 * the reader's language, the explanation in English like the manual it is from.
 */
@RestController
class ProblemPages {

    private static final List<String> LANGUAGES = List.of("lt", "el", "zh");
    private static final String ENGLISH = "en";
    private static final Pattern ROW =
            Pattern.compile("^\\| (`[a-z0-9-]+`(?:, `[a-z0-9-]+`)*) \\| (\\d{3}) \\| (.+) \\|$");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** @param others explained in the same breath, in this order, itself among them */
    private record Explained(int status, String when, List<String> others) {}

    private final Map<String, List<Explained>> problems = new LinkedHashMap<>();
    private final Map<String, String> titles = new LinkedHashMap<>();

    ProblemPages() {
        for (String line : lines("problems.md")) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                List<String> slugs = QUOTED.matcher(row.group(1))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                Explained explained = new Explained(Integer.parseInt(row.group(2)), row.group(3), slugs);
                slugs.forEach(slug ->
                        problems.computeIfAbsent(slug, key -> new ArrayList<>()).add(explained));
            }
        }
        for (String line : lines("problem-titles.tsv")) {
            String[] cells = line.split("\t", -1);
            for (int i = 1; i < cells.length && i <= LANGUAGES.size() && !line.startsWith("#"); i++) {
                titles.put(LANGUAGES.get(i - 1) + " " + cells[0], cells[i]);
            }
        }
    }

    @GetMapping(path = {"/problems", "/problems/"})
    ResponseEntity<String> all(HttpServletRequest request) {
        String language = language(request);
        String list = problems.keySet().stream()
                .map(slug -> "<li><a href=\"/problems/%s\">%s</a> <code>%s</code></li>"
                        .formatted(slug, HtmlUtils.htmlEscape(title(slug, language)), slug))
                .collect(Collectors.joining("\n"));
        return page(language, words(language), "<h1>" + words(language) + "</h1>\n<ul>\n" + list + "\n</ul>");
    }

    /** @throws Refusal not found when there is no such problem */
    @GetMapping("/problems/{slug}")
    ResponseEntity<String> one(HttpServletRequest request, @PathVariable String slug) {
        List<Explained> found = problems.get(slug);
        if (found == null) {
            throw Refusal.notFound("problem");
        }
        String language = language(request);
        String title = HtmlUtils.htmlEscape(title(slug, language));
        String body = found.stream()
                .map(explained -> "<p class=\"status\">%d · %s</p>\n<p lang=\"en\">%s</p>"
                        .formatted(
                                explained.status,
                                explained.others.stream()
                                        .map(other -> "<code>" + other + "</code>")
                                        .collect(Collectors.joining(", ")),
                                html(explained.when)))
                .collect(Collectors.joining("\n"));
        return page(
                language,
                title,
                "<h1>" + title + "</h1>\n" + body + "\n<p><a href=\"/problems\">" + words(language) + "</a></p>");
    }

    private String title(String slug, String language) {
        return titles.getOrDefault(language + " " + slug, Problem.title(slug));
    }

    private static String words(String language) {
        return switch (language) {
            case "lt" -> "Visos klaidos";
            case "el" -> "Όλα τα σφάλματα";
            case "zh" -> "所有错误";
            default -> "All problems";
        };
    }

    /** The first of the reader's languages we speak. */
    private static String language(HttpServletRequest request) {
        for (Locale locale : Collections.list(request.getLocales())) {
            if (locale.getLanguage().equals(ENGLISH) || LANGUAGES.contains(locale.getLanguage())) {
                return locale.getLanguage();
            }
        }
        return ENGLISH;
    }

    private static String html(String markdown) {
        return QUOTED.matcher(HtmlUtils.htmlEscape(markdown)).replaceAll("<code>$1</code>");
    }

    private static ResponseEntity<String> page(String language, String title, String body) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body("""
                        <!doctype html>
                        <html lang="%s">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>%s · Fourleaf</title>
                        <style>
                        :root { color-scheme: light dark; }
                        body { max-width: 42rem; margin: 12vh auto; padding: 0 24px; font: 15px/1.6 system-ui, sans-serif; }
                        h1 { font-size: 22px; }
                        code { font-size: 13px; }
                        .status { opacity: .75; }
                        li { margin: 4px 0; }
                        </style>
                        </head>
                        <body>
                        <main>
                        %s
                        </main>
                        </body>
                        </html>
                        """.formatted(language, title, body));
    }

    private static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(ProblemPages.class.getResourceAsStream("/problems/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
