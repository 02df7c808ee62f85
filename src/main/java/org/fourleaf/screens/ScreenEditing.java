package org.fourleaf.screens;

import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fourleaf.boards.Standings;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.AgentWords;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Screens are made, changed, given new links and removed by whoever manages the workspace. */
@Component
@Transactional
class ScreenEditing {

    private final ScreenStore store;
    private final Departments departments;
    private final Log log;
    private final Clock clock;

    ScreenEditing(ScreenStore store, Departments departments, Log log, Clock clock) {
        this.store = store;
        this.departments = departments;
        this.log = log;
        this.clock = clock;
    }

    /** @return what opens it, told now and never again */
    ScreenSecret add(Actor by, Screen screen) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        if (store.all(by.workspace()).size() >= Screen.SCREENS_MAX) {
            throw Refusal.conflict("too-many", "There may be " + Screen.SCREENS_MAX + " screens at most.");
        }
        check(by, screen);
        ScreenSecret secret = ScreenSecret.draw();
        store.insert(by.workspace(), screen, secret.hash(), by.id());
        log.write(by, new ScreenChanged(screen.id(), "made"));
        return secret;
    }

    void change(Actor by, UUID id, @Nullable Long expectedVersion, UnaryOperator<Screen> change) {
        Screen was = found(by, id);
        Screen is = change.apply(was);
        check(by, is);
        if ((expectedVersion != null && expectedVersion != was.version()) || !store.update(by.workspace(), is)) {
            throw Refusal.stale();
        }
        log.write(by, new ScreenChanged(id, "changed"));
    }

    /** The old link is worth nothing from now on. */
    ScreenSecret renew(Actor by, UUID id) {
        found(by, id);
        ScreenSecret secret = ScreenSecret.draw();
        store.renew(by.workspace(), id, secret.hash());
        log.write(by, new ScreenChanged(id, "given a new link"));
        return secret;
    }

    void delete(Actor by, UUID id) {
        found(by, id);
        store.delete(by.workspace(), id);
        log.write(by, new ScreenChanged(id, "removed"));
    }

    /** @throws Refusal not found */
    @Transactional(readOnly = true)
    Screen found(Actor by, UUID id) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("screen"));
    }

    /** Trades a link for a session. @return none when it opens nothing */
    @Nullable
    ScreenSecret open(UUID workspace, ScreenSecret link) {
        Screen screen = store.bySecret(workspace, link.hash()).orElse(null);
        if (screen == null) {
            return null;
        }
        ScreenSecret session = ScreenSecret.draw();
        store.open(workspace, screen.id(), session.hash(), clock.instant());
        return session;
    }

    private void check(Actor by, Screen screen) {
        if (screen.shows().isEmpty()) {
            throw Refusal.invalid("/shows", "One of queues, service, leaders, contests, wall at least.");
        }
        if (Standings.measure(screen.metric()).isEmpty()) {
            throw Refusal.invalid("/metric", "points, or a metric of GET /badge-metrics that is not drawn.");
        }
        if (!AgentWords.UI_LANGUAGES.contains(screen.language())) {
            throw Refusal.invalid("/language", "One of " + String.join(", ", AgentWords.UI_LANGUAGES) + ".");
        }
        if (!screen.departments().stream()
                .allMatch(id -> departments.byId(by, id).isPresent())) {
            throw Refusal.invalid("/departments", "Ids of departments.");
        }
    }
}
