package org.fourleaf.platform.web;

/** The filters of a request from outside in; Spring Security's, at -100, comes first and knows the caller. */
final class FilterOrder {

    static final int RATE_LIMIT = -90;
    static final int BODY_BOUND = -80;
    static final int IDEMPOTENCY = -70;

    private FilterOrder() {}
}
