package org.fourleaf.platform.log;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The {@code on(…)} methods of a reader class, by the kind they take. */
final class ReaderMethods {

    private record Target(Class<? extends Fact> type, MethodHandle method, boolean wantsLine) {}

    private static final ClassValue<ReaderMethods> METHODS = new ClassValue<>() {
        @Override
        protected ReaderMethods computeValue(Class<?> type) {
            return new ReaderMethods(type);
        }
    };

    private final Map<ActivityKind, Target> targets = new EnumMap<>(ActivityKind.class);

    private ReaderMethods(Class<?> reader) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(reader, MethodHandles.lookup());
            for (Method method : reader.getDeclaredMethods()) {
                if (method.getName().equals("on")
                        && !method.isBridge()
                        && Fact.class.isAssignableFrom(method.getParameterTypes()[0])) {
                    Class<? extends Fact> fact = method.getParameterTypes()[0].asSubclass(Fact.class);
                    targets.put(
                            FactShape.of(fact).kind(),
                            new Target(fact, lookup.unreflect(method), method.getParameterCount() == 2));
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(reader + " can't be read", e);
        }
    }

    static ReaderMethods of(Class<?> reader) {
        return METHODS.get(reader);
    }

    /** All kinds for a class without such methods. */
    Set<ActivityKind> kinds() {
        return targets.isEmpty() ? EnumSet.allOf(ActivityKind.class) : EnumSet.copyOf(targets.keySet());
    }

    void deliver(LogReader reader, Recorded line, Log log) {
        Target target = targets.get(line.kind());
        if (target == null) {
            return;
        }
        Fact fact = log.read(line, target.type);
        try {
            if (target.wantsLine) {
                target.method.invoke(reader, fact, line);
            } else {
                target.method.invoke(reader, fact);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
