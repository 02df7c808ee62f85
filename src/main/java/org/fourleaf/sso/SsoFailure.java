package org.fourleaf.sso;

/** A round trip to a provider that came to nothing. The slug leads the browser to words in its language; the why goes to the log. */
final class SsoFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String slug;

    SsoFailure(String slug, String why) {
        super(why, null, false, false);
        this.slug = slug;
    }

    String slug() {
        return slug;
    }
}
