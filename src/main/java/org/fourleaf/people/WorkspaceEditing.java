package org.fourleaf.people;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Edits the workspace itself. Its time zone says when days begin: modules that keep something by days follow in the same transaction. */
@Component
@Transactional
class WorkspaceEditing {

    private final WorkspaceStore store;
    private final List<ZoneFollowing> followers;
    private final Log log;

    WorkspaceEditing(WorkspaceStore store, List<ZoneFollowing> followers, Log log) {
        this.store = store;
        this.followers = List.copyOf(followers);
        this.log = log;
    }

    @Transactional(readOnly = true)
    WorkspaceCard find(Actor by) {
        return store.card(by.workspace());
    }

    /** @param name none to leave it, like the others. @throws Refusal forbidden, or stale */
    WorkspaceCard change(
            Actor by,
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable String language,
            @Nullable Long expectedVersion) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        store.lock(by.workspace());
        WorkspaceCard was = store.card(by.workspace());
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        WorkspaceCard wanted = was.with(
                name == null ? was.name() : name,
                timeZone == null ? was.timeZone() : timeZone,
                language == null ? was.language() : language);
        if (wanted.equals(was)) {
            return was;
        }
        store.update(wanted);
        boolean moved = !wanted.timeZone().equals(was.timeZone());
        if (moved) {
            follow(by, ZoneId.of(was.timeZone()), ZoneId.of(wanted.timeZone()));
        }
        log.write(
                by,
                new WorkspaceChanged(
                        fields(was, wanted), moved ? was.timeZone() : null, moved ? wanted.timeZone() : null));
        return store.card(by.workspace());
    }

    /** Another name for the same hours moves nothing. */
    private void follow(Actor by, ZoneId before, ZoneId now) {
        if (!now.getRules().equals(before.getRules())) {
            followers.forEach(follower -> follower.follow(by, before, now));
        }
    }

    private static List<String> fields(WorkspaceCard was, WorkspaceCard wanted) {
        List<String> fields = new ArrayList<>();
        if (!was.name().equals(wanted.name())) {
            fields.add("name");
        }
        if (!was.timeZone().equals(wanted.timeZone())) {
            fields.add("time_zone");
        }
        if (!was.language().equals(wanted.language())) {
            fields.add("language");
        }
        return fields;
    }
}
