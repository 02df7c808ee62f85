package org.fourleaf.platform;

import java.util.List;

/**
 * A request that Fourleaf will not carry out, with the words the caller gets. The slug is documented in docs/integrators/problems.md
 * and becomes the problem's {@code type}.
 */
public final class Refusal extends RuntimeException {

    /** What kind of refusal; each is one HTTP status. */
    public enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        INVALID(422),
        TOO_MANY(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** One wrong value. The pointer is a JSON pointer into the body, such as {@code /customer/email}, or a parameter's name */
    public record Fault(String pointer, String message) {}

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String slug;
    private final transient List<Fault> faults;

    private Refusal(Kind kind, String slug, String words, List<Fault> faults) {
        super(words, null, false, false);
        this.kind = kind;
        this.slug = slug;
        this.faults = List.copyOf(faults);
    }

    public static Refusal notFound(String what) {
        return new Refusal(Kind.NOT_FOUND, "not-found", "There is no such " + what + ".", List.of());
    }

    public static Refusal forbidden(String slug, String words) {
        return new Refusal(Kind.FORBIDDEN, slug, words, List.of());
    }

    public static Refusal conflict(String slug, String words) {
        return new Refusal(Kind.CONFLICT, slug, words, List.of());
    }

    public static Refusal stale() {
        return new Refusal(
                Kind.STALE, "stale", "It was changed meanwhile: fetch it again and repeat the change.", List.of());
    }

    public static Refusal invalid(String pointer, String message) {
        return new Refusal(Kind.INVALID, "invalid", message, List.of(new Fault(pointer, message)));
    }

    /** Several wrong values at once; at least one. */
    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(Kind.INVALID, "invalid", faults.getFirst().message(), faults);
    }

    public static Refusal malformed(String pointer, String message) {
        return new Refusal(Kind.MALFORMED, "malformed", message, List.of(new Fault(pointer, message)));
    }

    public static Refusal of(Kind kind, String slug, String words) {
        return new Refusal(kind, slug, words, List.of());
    }

    public Kind kind() {
        return kind;
    }

    public String slug() {
        return slug;
    }

    public List<Fault> faults() {
        return faults;
    }
}
