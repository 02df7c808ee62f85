package org.fourleaf.platform.database;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The workspace the current thread works in. Every transaction opened inside {@link #call} sees that workspace's rows and no others;
 * a transaction outside sees none (row-level security fails closed).
 */
public final class Workspaces {

    private static final ScopedValue<UUID> CURRENT = ScopedValue.newInstance();

    private Workspaces() {}

    public static <T> T call(UUID workspace, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(CURRENT, workspace).call(work);
    }

    public static void run(UUID workspace, Runnable work) {
        ScopedValue.where(CURRENT, workspace).run(work);
    }

    /** The same for work that throws checked exceptions, such as a filter chain. */
    public static <T> T callChecked(UUID workspace, Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, workspace).call(work::call);
    }

    public static @Nullable UUID current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }
}
