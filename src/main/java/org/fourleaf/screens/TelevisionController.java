package org.fourleaf.screens;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.UUID;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.web.ClientAddress;
import org.fourleaf.platform.web.Quota;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a television asks: no agent, only whoever has a screen's link. */
@RestController
@RequestMapping("/api/v1/screen")
class TelevisionController {

    private static final String COOKIE = "fourleaf_screen";
    private static final Duration LIVES_FOR = Duration.ofDays(365);
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
    private final ClientAddress clients;
    private final Quota tries = new Quota(TRIES_AT_ONCE, TRIES_PER_MINUTE, Duration.ofMinutes(1));

    TelevisionController(ScreenEditing editing, ScreenShowing showing, ClientAddress clients) {
        this.editing = editing;
        this.showing = showing;
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
        Cookie cookie = new Cookie(COOKIE, session.text());
        cookie.setHttpOnly(true);
        cookie.setSecure(ClientAddress.isSecure(request));
        cookie.setPath("/api/v1/screen");
        cookie.setMaxAge(Math.toIntExact(LIVES_FOR.toSeconds()));
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
        return ResponseEntity.noContent().build();
    }

    /** Asked again every few seconds. */
    @GetMapping
    ScreenShowing.Shown show(HttpServletRequest request) {
        UUID workspace = Workspaces.current();
        String secret = secret(request);
        if (workspace == null || secret == null || secret.length() > ScreenSecret.LENGTH_MAX) {
            throw gone();
        }
        return showing.shown(workspace, new ScreenSecret(secret)).orElseThrow(TelevisionController::gone);
    }

    private static @Nullable String secret(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return cookie.getValue();
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
