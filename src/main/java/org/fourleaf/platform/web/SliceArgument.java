package org.fourleaf.platform.web;

import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Slice} from the query. */
final class SliceArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Slice.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer view,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String limit = request.getParameter("limit");
        try {
            return new Slice(
                    limit == null ? Limits.PAGE_SIZE_DEFAULT : Integer.parseInt(limit), request.getParameter("cursor"));
        } catch (NumberFormatException e) {
            throw Refusal.malformed("limit", "This must be a number from 1 to " + Limits.PAGE_SIZE_MAX + ".");
        }
    }
}
