package org.fourleaf.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with an Idempotency-Key is carried out once however often it is sent. One transaction spans the request, use cases join it, and
 * the answer is stored in it: either both are there or neither. A second request with the key waits for the first one's row, then
 * gets its answer again. Refusals are not stored, so a corrected request may use the same key.
 *
 * <p>Bodies that are not JSON (uploads, mails, imports) are left alone: those are streamed and have keys of their own.
 */
@Component
@Order(FilterOrder.IDEMPOTENCY)
class Idempotency extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final int BODY_BYTES_KEPT_MAX = 256_000;
    private static final int FIRST_ERROR_STATUS = 400;

    /** Visible ASCII, as the IETF draft allows, with or without the quotes of a structured header. */
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final IdempotencyStore store;
    private final TransactionTemplate transaction;
    private final Problems problems;

    Idempotency(IdempotencyStore store, TransactionTemplate transaction, Problems problems) {
        this.store = store;
        this.transaction = transaction;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean streamed = request.getContentType() != null && !BodyBound.isJson(request.getContentType());
        return !request.getMethod().equals("POST") || request.getHeader(HEADER) == null || streamed;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Caller.current();
        if (caller == null) {
            // A stranger has no keys: two of them could choose the same one.
            chain.doFilter(request, response);
            return;
        }
        String key = request.getHeader(HEADER);
        try {
            if (!KEY.matcher(key).matches()) {
                throw Refusal.malformed(HEADER, "A key has 1 to 200 visible ASCII characters.");
            }
            once(caller.actor(), key, new ReplayableRequest(request), response, chain);
        } catch (Refusal | TransactionException e) {
            problems.write(response, e);
        }
    }

    /** The answer reaches the client only after the commit: a client that has read it may rely on it. */
    private void once(Actor by, String key, ReplayableRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] fingerprint = fingerprint(request);
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        Outcome outcome = new Outcome();
        transaction.executeWithoutResult(status -> {
            if (!store.claim(by, key, fingerprint)) {
                outcome.before = store.load(by, key);
                return;
            }
            try {
                chain.doFilter(request, held);
                keepOrUndo(by, key, fingerprint, held, status);
            } catch (ServletException | IOException e) {
                status.setRollbackOnly();
                outcome.thrown = e;
            }
        });
        outcome.rethrow();
        if (outcome.before == null) {
            held.copyBodyToResponse();
        } else if (MessageDigest.isEqual(outcome.before.fingerprint(), fingerprint)) {
            outcome.before.give(response);
        } else {
            throw Refusal.of(
                    Refusal.Kind.INVALID,
                    "idempotency-key-reused",
                    "This key was used for a different request before.");
        }
    }

    private void keepOrUndo(
            Actor by, String key, byte[] fingerprint, ContentCachingResponseWrapper held, TransactionStatus status) {
        if (held.getStatus() >= FIRST_ERROR_STATUS) {
            status.setRollbackOnly();
            return;
        }
        store.keep(
                by,
                key,
                new StoredAnswer(
                        fingerprint,
                        held.getStatus(),
                        held.getHeader(HttpHeaders.LOCATION),
                        held.getHeader(HttpHeaders.ETAG),
                        held.getContentType(),
                        keepable(held) ? held.getContentAsByteArray() : null));
    }

    /** Secrets that are shown once, marked no-store, are not kept in the clear just to show them twice. */
    private static boolean keepable(ContentCachingResponseWrapper held) {
        String cache = held.getHeader(HttpHeaders.CACHE_CONTROL);
        return held.getContentSize() <= BODY_BYTES_KEPT_MAX && (cache == null || !cache.contains("no-store"));
    }

    private static byte[] fingerprint(ReplayableRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String target = request.getRequestURI() + "?" + request.getQueryString();
            digest.update(target.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(request.body());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What comes out of the transaction: an answer given before, or what the chain threw. */
    private static final class Outcome {

        private @Nullable StoredAnswer before;
        private @Nullable Exception thrown;

        void rethrow() throws ServletException, IOException {
            switch (thrown) {
                case ServletException e -> throw e;
                case IOException e -> throw e;
                case null, default -> {}
            }
        }
    }
}
