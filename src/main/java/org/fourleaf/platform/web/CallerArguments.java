package org.fourleaf.platform.web;

import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a controller take {@code Actor by}, or the {@link Caller} where the session or token itself matters. */
final class CallerArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class || parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer view,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Caller caller = Caller.current();
        if (caller == null) {
            throw Refusal.of(
                    Refusal.Kind.UNAUTHENTICATED,
                    "sign-in-needed",
                    "Sign in, or send a token as Authorization: Bearer.");
        }
        return parameter.getParameterType() == Actor.class ? caller.actor() : caller;
    }
}
