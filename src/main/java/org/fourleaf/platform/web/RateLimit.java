package org.fourleaf.platform.web;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.fourleaf.platform.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** So many calls a second per token or session, or per address for strangers; told in the RateLimit headers. */
@Component
@Order(FilterOrder.RATE_LIMIT)
class RateLimit extends OncePerRequestFilter {

    private static final int REQUESTS_PER_SECOND = 100;
    private static final int BURST = 1_000;

    private final Quota quota = new Quota(BURST, REQUESTS_PER_SECOND, Duration.ofSeconds(1));
    private final String policy = "\"default\";q=%d;w=%d".formatted(BURST, quota.refillSeconds());
    private final ClientAddress addresses;
    private final Problems problems;

    RateLimit(ClientAddress addresses, Problems problems) {
        this.addresses = addresses;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Caller.current();
        ConsumptionProbe probe = quota.probe(caller == null ? addresses.of(request) : caller.credential());
        long left = probe.getRemainingTokens();
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader(
                "RateLimit", "\"default\";r=%d;t=%d".formatted(left, Math.ceilDiv(BURST - left, REQUESTS_PER_SECOND)));
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
        response.setHeader(Problem.RETRY_AFTER, Long.toString(seconds));
        problems.write(
                response,
                Refusal.of(Refusal.Kind.TOO_MANY, "too-many-requests", "Slow down: see the header RateLimit."));
    }
}
