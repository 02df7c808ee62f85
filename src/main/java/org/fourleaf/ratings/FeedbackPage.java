package org.fourleaf.ratings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/**
 * The frame of the pages customers open from a mail: no script, nothing from elsewhere, told to no search engine, kept by nobody on the
 * way. All words from people are escaped here or by {@link #escaped}.
 */
final class FeedbackPage {

    private static final String STYLE = style();

    /** The one style sheet by its hash, forms to ourselves, and nothing else at all. */
    private static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private FeedbackPage() {}

    /** @param body HTML, safe as it is */
    static ResponseEntity<String> of(HttpStatus status, FeedbackWords words, String desk, String title, String body) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body("""
                        <!doctype html>
                        <html lang="%s">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="robots" content="noindex, nofollow">
                        <meta name="color-scheme" content="light dark">
                        <title>%s</title>
                        <style>%s</style>
                        </head>
                        <body>
                        <main>
                        %s
                        <h1>%s</h1>
                        %s
                        </main>
                        </body>
                        </html>
                        """.formatted(
                                words.language(),
                                escaped(desk.isEmpty() ? title : title + " · " + desk),
                                STYLE,
                                desk.isEmpty() ? "" : "<p class=\"desk\">" + escaped(desk) + "</p>",
                                escaped(title),
                                body));
    }

    static ResponseEntity<String> goTo(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.LOCATION, path)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>\n";
    }

    static String paragraph(String kind, String text) {
        return "<p class=\"" + kind + "\">" + escaped(text) + "</p>\n";
    }

    /** What is wrong with what was sent, read out at once. */
    static String error(String text) {
        return "<p class=\"error\" role=\"alert\">" + escaped(text) + "</p>\n";
    }

    static String commentField(FeedbackWords words, String comment) {
        return """
                <label class="field" for="comment">%s</label>
                <textarea id="comment" name="comment" rows="4" maxlength="%d">
                %s</textarea>
                """.formatted(escaped(words.say("page.comment")), Vote.COMMENT_LENGTH_MAX, escaped(comment));
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(FeedbackPage.class.getResourceAsStream("/feedback/page.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
