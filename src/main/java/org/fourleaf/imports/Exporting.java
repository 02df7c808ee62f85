package org.fourleaf.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Gives everything of a kind out again, every department's: it is the company's, and whoever may import may have it. */
@Component
class Exporting {

    private static final int LINE_END = '\n';

    private final Map<ImportKind, Outlet> outlets;
    private final Log log;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Exporting(List<Outlet> outlets, Log log, JsonMapper json, TransactionTemplate transaction) {
        this.outlets = outlets.stream().collect(Collectors.toMap(Outlet::kind, Function.identity()));
        this.log = log;
        this.json = json;
        this.transaction = transaction;
    }

    /** Writes it down that somebody takes everything along, before the first line leaves. */
    void begin(Actor by, ImportKind kind) {
        by.mustHave(Permission.IMPORTS_RUN);
        transaction.executeWithoutResult(status -> log.write(by, new ExportMade(kind)));
    }

    void write(Actor by, ImportKind kind, Outlet.Range range, OutputStream to) throws IOException {
        Outlet outlet = outlets.get(kind);
        if (outlet == null) {
            throw new IllegalStateException("nobody gives out " + kind);
        }
        // Departments an owner can't see don't exist, but the desk itself reads all of them.
        outlet.write(Actor.system(by.workspace()), range, line -> {
            to.write(json.writeValueAsBytes(line));
            to.write(LINE_END);
        });
    }
}
