package org.fourleaf.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.fourleaf.people.WorkspaceByHost;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.ClientAddress;
import org.fourleaf.platform.web.Problem;
import org.fourleaf.platform.web.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in where: everything under /api but a short list needs a session or a token; the pages of the UI need nothing. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final String[] PUBLIC_READS = {
        "/api/v1/setup",
        "/api/v1/session/second-step",
        "/api/v1/sso",
        "/api/v1/sso/**",
        "/api/v1/screen",
        "/api/docs",
        "/api/swagger-ui/**",
        "/api/v1/openapi.json/**"
    };
    private static final String[] PUBLIC_WRITES = {
        "/api/v1/setup",
        "/api/v1/session",
        "/api/v1/session/second-step",
        "/api/v1/session/second-step/totp",
        "/api/v1/session/second-step/totp/confirmation",
        "/api/v1/session/second-step/passkey/challenge",
        "/api/v1/session/second-step/passkey",
        "/api/v1/session/passkey/challenge",
        "/api/v1/session/passkey",
        "/api/v1/password-resets",
        "/api/v1/access-links/opened",
        "/api/v1/access-links/used",
        "/api/v1/screen/session",
    };

    /** Forms that customers send from a mail's link: the link is the secret, no cookie counts there, so nothing can be forged with one. */
    private static final String[] CUSTOMERS_FORMS = {"/rate/**", "/survey/**"};

    /** Pictures may come from anywhere (in mails, once the agent asks for them); programs and styles only from here. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data: blob: https:; "
            + "style-src 'self' 'unsafe-inline'; frame-src 'self' blob: data:; object-src 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action 'self'";

    private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            CallerQuery callers,
            LastSeen lastSeen,
            WorkspaceByHost workspaces,
            ClientAddress addresses,
            Problems problems,
            Clock clock) {
        return http.addFilterBefore(
                        new CallerFilter(callers, lastSeen, workspaces, addresses, problems, clock), CsrfFilter.class)
                // Every request of a session looks like a fresh sign-in to Spring; a new CSRF token each time would
                // race with requests
                // under way.
                .csrf(csrf -> csrf.spa()
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .ignoringRequestMatchers(CallerFilter::hasBearer))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(WebSecurity::headers)
                .authorizeHttpRequests(requests -> gates(requests, addresses))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, e) -> signInNeeded(problems, response))
                        .accessDeniedHandler((request, response, e) -> denied(problems, request, response, e)))
                .build();
    }

    /** Without any cookie: a customer who rates an answer leaves with nothing on their machine. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain customersForms(
            HttpSecurity http,
            CallerQuery callers,
            LastSeen lastSeen,
            WorkspaceByHost workspaces,
            ClientAddress addresses,
            Problems problems,
            Clock clock) {
        return http.securityMatcher(CUSTOMERS_FORMS)
                .addFilterBefore(
                        new CallerFilter(callers, lastSeen, workspaces, addresses, problems, clock), CsrfFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(WebSecurity::headers)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(WebSecurity::keepPrivate);
    }

    /** Answers of the API are for the caller alone and are asked for again each time; files and secrets say their own. */
    private static void keepPrivate(HttpServletRequest request, HttpServletResponse response) {
        if (request.getRequestURI().startsWith("/api/") && !response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
    }

    private static void gates(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            ClientAddress addresses) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, PUBLIC_READS)
                .permitAll()
                .requestMatchers(HttpMethod.POST, PUBLIC_WRITES)
                .permitAll()
                .requestMatchers("/api/**")
                .authenticated()
                .requestMatchers("/actuator/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .access((caller, context) -> new AuthorizationDecision(maySeeMetrics(context.getRequest(), addresses)))
                .requestMatchers("/actuator", "/actuator/**")
                .denyAll()
                .anyRequest()
                .permitAll();
    }

    /** A scraper on this machine, or an owner's token. */
    private static boolean maySeeMetrics(HttpServletRequest request, ClientAddress addresses) {
        Caller caller = Caller.current();
        return caller == null
                ? ClientAddress.isLoopback(addresses.of(request))
                : caller.actor().may(Permission.WORKSPACE_MANAGE);
    }

    private static void signInNeeded(Problems problems, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        problems.write(
                response, Problem.of(401, "sign-in-needed", "Sign in, or send a token as Authorization: Bearer."));
    }

    /** A program that forgot its token hears of that, not of a cookie it never needs. */
    private static void denied(
            Problems problems, HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        boolean forged = e instanceof CsrfException;
        boolean isPublic = List.of(PUBLIC_WRITES).contains(request.getRequestURI());
        if (forged && Caller.current() == null && !isPublic) {
            signInNeeded(problems, response);
        } else if (forged) {
            problems.write(
                    response,
                    Problem.of(
                            403,
                            "csrf-token-missing",
                            "Send the value of the cookie XSRF-TOKEN as the header X-XSRF-TOKEN."));
        } else {
            problems.write(response, Problem.of(403, "forbidden", "This is not allowed."));
        }
    }
}
