package org.fourleaf.platform.web;

import java.util.List;
import java.util.Map;
import org.fourleaf.platform.Refusal;

/**
 * A problem as RFC 9457 describes it.
 *
 * @param type {@code /problems/} and a slug that docs/integrators/problems.md explains
 * @param errors the values that were wrong, by JSON pointer or parameter name; empty where it is not about values
 */
public record Problem(String type, String title, int status, String detail, List<Refusal.Fault> errors) {

    /** Seconds after which asking again makes sense, for a header that some problems carry. */
    public static final String RETRY_AFTER = "Retry-After";

    private static final String TYPES = "/problems/";

    /** A problem and the headers that go with it. */
    record Answer(Problem problem, Map<String, String> headers) {

        Answer(Problem problem) {
            this(problem, Map.of());
        }
    }

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String slug, String detail, List<Refusal.Fault> errors) {
        return new Problem(TYPES + slug, title(slug), status, detail, errors);
    }

    public static Problem of(int status, String slug, String detail) {
        return of(status, slug, detail, List.of());
    }

    /** "not-found" reads "Not found": one title per type, as the RFC asks. */
    static String title(String slug) {
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
    }
}
