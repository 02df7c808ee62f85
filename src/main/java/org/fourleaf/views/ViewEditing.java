package org.fourleaf.views;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes, removes and arranges views. What is shown to everybody needs {@link Permission#VIEWS_MANAGE}. */
@Component
@Transactional
class ViewEditing {

    private static final int VIEWS_PER_AGENT_MAX = 100;

    private final Views views;
    private final ViewStore store;
    private final Log log;

    ViewEditing(Views views, ViewStore store, Log log) {
        this.views = views;
        this.store = store;
        this.log = log;
    }

    View add(Actor by, View view) {
        mayShare(by, view.sharing());
        if (store.countOf(by.workspace(), view.owner()) >= VIEWS_PER_AGENT_MAX) {
            throw Refusal.conflict("too-many-views", "You have " + VIEWS_PER_AGENT_MAX + " views; remove one first.");
        }
        store.insert(by.workspace(), view);
        log.write(by, new ViewChanged(view.id(), view.sharing(), false, true));
        return view;
    }

    /** @param changed as it shall be, with the version that was read */
    View change(Actor by, View was, View changed, @Nullable Long expectedVersion) {
        mayEdit(by, was);
        if (changed.sharing() != was.sharing()) {
            mayShare(by, changed.sharing());
        }
        if ((expectedVersion != null && expectedVersion != was.version()) || !store.update(by.workspace(), changed)) {
            throw Refusal.stale();
        }
        log.write(by, new ViewChanged(was.id(), changed.sharing(), false, null));
        return views.readable(by, was.id());
    }

    void delete(Actor by, UUID id, @Nullable Long expectedVersion) {
        View view = views.readable(by, id);
        mayEdit(by, view);
        if (expectedVersion != null && expectedVersion != view.version()) {
            throw Refusal.stale();
        }
        store.delete(by.workspace(), id);
        log.write(by, new ViewChanged(id, view.sharing(), true, null));
    }

    /** One's own order in the sidebar. */
    void arrange(Actor by, List<UUID> order) {
        store.place(by.workspace(), by.agentId(), order);
    }

    private static void mayShare(Actor by, Sharing sharing) {
        if (sharing == Sharing.PUBLIC) {
            by.mustHave(Permission.VIEWS_MANAGE);
        }
    }

    private static void mayEdit(Actor by, View view) {
        if (!view.isEditableBy(by)) {
            if (view.sharing() == Sharing.PUBLIC) {
                by.mustHave(Permission.VIEWS_MANAGE);
            }
            throw Refusal.forbidden("not-yours", "Only its owner can change this view.");
        }
    }
}
