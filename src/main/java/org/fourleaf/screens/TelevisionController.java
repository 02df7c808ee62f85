package org.fourleaf.screens;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.UUID;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.web.ClientAddress;
import org.fourleaf.platform.web.Quota;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a television asks: no agent, only whoever has a screen's link. */
@RestController
@RequestMapping("/api/v1/screen")
class TelevisionController {

    private static final String COOKIE = "fourleaf_screen";
    private static final Duration LIVES_FOR = Duration.ofDays(365);
    /** Shorter than any server or proxy on the way takes for silence. */
    private static final int WAIT_SECONDS_MAX = 20;

    private static final int TRIES_AT_ONCE = 20;
    private static final int TRIES_PER_MINUTE = 10;

    /** @param secret what stands behind the number sign of a link */
    record Held(
            @NotBlank @Size(max = ScreenSecret.LENGTH_MAX) String secret) {

        @Override
        public String toString() {
            return "Held";
        }
    }

    private final ScreenEditing editing;
    private final ScreenShowing showing;
    private final ScreenViews views;
    private final ClientAddress clients;
    private final Quota tries = new Quota(TRIES_AT_ONCE, TRIES_PER_MINUTE, Duration.ofMinutes(1));

    TelevisionController(ScreenEditing editing, ScreenShowing showing, ScreenViews views, ClientAddress clients) {
        this.editing = editing;
        this.showing = showing;
        this.views = views;
        this.clients = clients;
    }

    /** Trades a link's secret for a cookie. @throws Refusal unauthenticated when it opens nothing, too many after many wrong ones */
    @PostMapping("/session")
    ResponseEntity<Void> open(HttpServletRequest request, HttpServletResponse response, @Valid @RequestBody Held held) {
        if (!tries.take(clients.of(request))) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "too-many-requests", "Too many tries. Wait a while.");
        }
        UUID workspace = Workspaces.current();
        ScreenSecret session = workspace == null ? null : editing.open(workspace, new ScreenSecret(held.secret));
        if (session == null) {
            throw gone();
        }
        give(request, response, session);
        return ResponseEntity.noContent().build();
    }

    /**
     * What it shows. A television asks again with the tag it got, and is answered as soon as that is no longer it.
     *
     * @param tag of what it shows already, as the header ETag said
     * @param wait how many seconds at most until it is answered 304
     */
    @GetMapping
    ResponseEntity<ScreenShowing.Shown> show(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String tag,
            @RequestParam(defaultValue = "0") @Min(0) @Max(WAIT_SECONDS_MAX) int wait) {
        UUID workspace = Workspaces.current();
        ScreenSecret session = secret(request);
        if (workspace == null || session == null) {
            throw gone();
        }
        UUID screen = showing.opened(workspace, session).orElseThrow(TelevisionController::gone);
        String known = tag == null ? null : bare(tag);
        ScreenViews.View view = (known == null || wait == 0
                        ? views.now(workspace, screen)
                        : views.after(workspace, screen, known, Duration.ofSeconds(wait)))
                .orElseThrow(TelevisionController::gone);
        boolean same = view.tag().equals(known);
        // What is new may be that it is shut out.
        if (!same && known != null && showing.opened(workspace, session).isEmpty()) {
            throw gone();
        }
        if (known == null) {
            // Whoever is there once a year stays.
            give(request, response, session);
        }
        return same
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(quoted(view.tag()))
                        .build()
                : ResponseEntity.ok().eTag(quoted(view.tag())).body(view.shown());
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }

    /** Proxies that pack an answer make its tag a weak one. */
    private static String bare(String tag) {
        return tag.strip().replaceFirst("^W/", "").replace("\"", "");
    }

    private static void give(HttpServletRequest request, HttpServletResponse response, ScreenSecret session) {
        Cookie cookie = new Cookie(COOKIE, session.text());
        cookie.setHttpOnly(true);
        cookie.setSecure(ClientAddress.isSecure(request));
        cookie.setPath("/api/v1/screen");
        cookie.setMaxAge(Math.toIntExact(LIVES_FOR.toSeconds()));
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }

    private static @Nullable ScreenSecret secret(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE) && cookie.getValue().length() <= ScreenSecret.LENGTH_MAX) {
                    return new ScreenSecret(cookie.getValue());
                }
            }
        }
        return null;
    }

    private static Refusal gone() {
        return Refusal.of(
                Refusal.Kind.UNAUTHENTICATED, "screen-closed", "This link opens no screen. Ask for a new one.");
    }
}
