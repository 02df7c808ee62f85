package org.fourleaf.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import org.fourleaf.platform.web.ClientAddress;
import org.jspecify.annotations.Nullable;

/** The cookie that binds a begun step to the browser that began it. Worth nothing without the step's second half. */
public final class StepCookie {

    private static final String NAME = "fourleaf_step";

    private StepCookie() {}

    /** What the browser brought, as steps are found by it; none when it brought nothing. */
    public static @Nullable String bindingIn(HttpServletRequest request) {
        String secret = SessionCookie.valueOf(request, NAME);
        return secret == null || secret.isEmpty() || secret.length() > Secret.LENGTH_MAX ? null : binding(secret);
    }

    static String binding(String secret) {
        return HexFormat.of().formatHex(Secret.hash(secret));
    }

    public static Cookie of(String secret, HttpServletRequest request) {
        return cookie(secret, Math.toIntExact(SignInStep.LIVES_FOR.toSeconds()), request);
    }

    public static Cookie removed(HttpServletRequest request) {
        return cookie("", 0, request);
    }

    private static Cookie cookie(String secret, int maxAgeSeconds, HttpServletRequest request) {
        Cookie cookie = new Cookie(NAME, secret);
        cookie.setHttpOnly(true);
        cookie.setSecure(ClientAddress.isSecure(request));
        cookie.setPath("/api/v1/");
        cookie.setMaxAge(maxAgeSeconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
