package org.fourleaf.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The answer a request with an Idempotency-Key got, to be given again.
 *
 * @param body none when it was not kept: too long, or a secret that is shown once
 */
record StoredAnswer(
        byte[] fingerprint,
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String contentType,
        byte @Nullable [] body) {

    private static final String REPLAYED = "Idempotency-Replayed";

    void give(HttpServletResponse response) throws IOException {
        if (body == null) {
            throw Refusal.conflict(
                    "answer-not-kept", "This was carried out before; its answer is shown once and was not kept.");
        }
        response.setStatus(status);
        response.setHeader(REPLAYED, "true");
        setUnlessNull(response, HttpHeaders.LOCATION, location);
        setUnlessNull(response, HttpHeaders.ETAG, etag);
        if (body.length > 0) {
            response.setContentType(contentType);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private static void setUnlessNull(HttpServletResponse response, String name, @Nullable String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }
}
