package org.fourleaf.platform.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** Names the schemas of the API's description: {@code AgentController.Wanted} is AgentWanted, {@code Ticket} is Ticket. */
final class SchemaNames extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null || !type.getName().startsWith("org.fourleaf.")
                ? super.nameForClass(type, options)
                : outer.getSimpleName().replaceFirst("Controller$", "") + type.getSimpleName();
    }
}
