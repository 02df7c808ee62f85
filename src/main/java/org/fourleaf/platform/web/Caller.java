package org.fourleaf.platform.web;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sent the request and how they showed it: what Spring Security carries along. */
public final class Caller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    /** How a caller is known. */
    public enum Via {
        SESSION,
        TOKEN
    }

    private final transient Actor actor;
    private final Via via;
    private final UUID credential;
    private final boolean narrowed;

    /**
     * @param credential the id of the session or token
     * @param narrowed by scopes, addresses or an expiry
     */
    public Caller(Actor actor, Via via, UUID credential, boolean narrowed) {
        super(List.of());
        this.narrowed = narrowed;
        this.actor = actor;
        this.via = via;
        this.credential = credential;
        setAuthenticated(true);
    }

    public Actor actor() {
        return actor;
    }

    public Via via() {
        return via;
    }

    /** The id of the session or token, never its secret. */
    public UUID credential() {
        return credential;
    }

    /** Whether it comes with a token that was given less than all its agent may. */
    public boolean isNarrowed() {
        return narrowed;
    }

    /** @throws Refusal forbidden, when it comes with a token that was given less than all: nothing may grow out of such a one */
    public void mustBeWhole() {
        if (narrowed) {
            throw Refusal.forbidden("token-narrowed", "A token with scopes, addresses or an expiry can't do this.");
        }
    }

    /** The caller of the request this thread serves, none for a stranger. */
    public static @Nullable Caller current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Caller caller ? caller : null;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public UUID getCredentials() {
        return credential;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Caller caller && caller.credential.equals(credential);
    }

    @Override
    public int hashCode() {
        return credential.hashCode();
    }
}
