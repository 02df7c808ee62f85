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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** So many calls a second per token or session, or per address for strangers; told in the RateLimit headers. */
@Component
@Order(FilterOrder.RATE_LIMIT)
class RateLimit extends OncePerRequestFilter {

    private static final int BURST_SECONDS = 10;

    private final int perSecond;
    private final int burst;
    private final Quota quota;
    private final String policy;
    private final ClientAddress addresses;
    private final Problems problems;

    RateLimit(
            ClientAddress addresses,
            Problems problems,
            @Value("${fourleaf.requests-per-second}") int requestsPerSecond) {
        this.addresses = addresses;
        this.problems = problems;
        perSecond = requestsPerSecond;
        burst = requestsPerSecond * BURST_SECONDS;
        quota = new Quota(burst, perSecond, Duration.ofSeconds(1));
        policy = "\"default\";q=%d;w=%d".formatted(burst, quota.refillSeconds());
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
        response.setHeader("RateLimit", "\"default\";r=%d;t=%d".formatted(left, Math.ceilDiv(burst - left, perSecond)));
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
