package org.fourleaf.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.WorkspaceByHost;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.ClientAddress;
import org.fourleaf.platform.web.Problems;
import org.fourleaf.platform.web.Quota;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Learns who calls, by bearer token or session cookie, and in which workspace the rest of the request works. */
final class CallerFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final int WRONG_TOKENS_AT_ONCE = 20;
    private static final int WRONG_TOKENS_PER_MINUTE = 20;

    private final CallerQuery callers;
    private final LastSeen lastSeen;
    private final WorkspaceByHost workspaces;
    private final ClientAddress addresses;
    private final Problems problems;
    private final Clock clock;
    private final Quota wrongTokens = new Quota(WRONG_TOKENS_AT_ONCE, WRONG_TOKENS_PER_MINUTE, Duration.ofMinutes(1));

    CallerFilter(
            CallerQuery callers,
            LastSeen lastSeen,
            WorkspaceByHost workspaces,
            ClientAddress addresses,
            Problems problems,
            Clock clock) {
        this.callers = callers;
        this.lastSeen = lastSeen;
        this.workspaces = workspaces;
        this.addresses = addresses;
        this.problems = problems;
        this.clock = clock;
    }

    /** A browser never adds this header by itself, so such a request needs no protection from forgery. */
    static boolean hasBearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller;
        UUID workspace;
        try {
            caller = hasBearer(request) ? byToken(request) : bySession(request, response);
            workspace = caller == null
                    ? workspaces.find(request.getServerName()).orElse(null)
                    : caller.actor().workspace();
        } catch (RuntimeException e) {
            if (hasBearer(request)) {
                response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            }
            problems.write(response, e);
            return;
        }
        if (caller != null) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(caller);
            SecurityContextHolder.setContext(context);
        }
        goOn(workspace, request, response, chain);
    }

    private static void goOn(
            @Nullable UUID workspace, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (workspace == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            Workspaces.callChecked(workspace, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** A right token works however many wrong ones come from the same address. */
    private Caller byToken(HttpServletRequest request) {
        String address = addresses.of(request);
        Instant now = clock.instant();
        String secret =
                request.getHeader("Authorization").substring(BEARER.length()).strip();
        CallerQuery.Found found = callers.byToken(secret, now)
                .filter(token -> token.addresses().isEmpty() || ClientAddress.isIn(token.addresses(), address))
                .orElseThrow(() -> wrongTokens.take(address)
                        ? Refusal.of(Refusal.Kind.UNAUTHENTICATED, "wrong-token", "This token is not valid here.")
                        : Refusal.of(
                                Refusal.Kind.TOO_MANY, "too-many-requests", "Too many wrong tokens. Wait a minute."));
        if (isUnseen(found, now)) {
            lastSeen.ofToken(found.actor(), found.id());
        }
        return new Caller(found.actor(), Caller.Via.TOKEN, found.id(), found.narrowed());
    }

    /** A cookie of a session that has ended makes a stranger, not a problem. */
    private @Nullable Caller bySession(HttpServletRequest request, HttpServletResponse response) {
        String secret = SessionCookie.in(request);
        if (secret == null) {
            return null;
        }
        Instant now = clock.instant();
        Optional<CallerQuery.Found> known = callers.bySession(secret, now);
        if (known.isEmpty()) {
            return null;
        }
        CallerQuery.Found found = known.get();
        if (isUnseen(found, now)) {
            lastSeen.ofSession(found.actor(), found.id());
            response.addCookie(SessionCookie.of(secret, request));
        }
        return new Caller(found.actor(), Caller.Via.SESSION, found.id(), false);
    }

    private static boolean isUnseen(CallerQuery.Found found, Instant now) {
        return found.seenAt() == null || found.seenAt().plus(SEEN_EVERY).isBefore(now);
    }
}
