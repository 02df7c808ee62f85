package org.fourleaf.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.fourleaf.platform.web.ClientAddress;
import org.jspecify.annotations.Nullable;

/** The cookie that carries a session's secret: out of reach of scripts and of other sites' forms. */
final class SessionCookie {

    private static final String NAME = "fourleaf_session";

    private SessionCookie() {}

    static @Nullable String in(HttpServletRequest request) {
        return valueOf(request, NAME);
    }

    static @Nullable String valueOf(HttpServletRequest request, String name) {
        if (request.getCookies() == null) {
            return null;
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    static Cookie of(String secret, HttpServletRequest request) {
        return cookie(secret, Math.toIntExact(Session.LIVES_FOR.toSeconds()), request);
    }

    static Cookie removed(HttpServletRequest request) {
        return cookie("", 0, request);
    }

    private static Cookie cookie(String secret, int maxAgeSeconds, HttpServletRequest request) {
        Cookie cookie = new Cookie(NAME, secret);
        cookie.setHttpOnly(true);
        cookie.setSecure(ClientAddress.isSecure(request));
        cookie.setPath("/");
        cookie.setMaxAge(maxAgeSeconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
