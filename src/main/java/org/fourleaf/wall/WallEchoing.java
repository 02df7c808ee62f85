package org.fourleaf.wall;

import java.time.Clock;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What colleagues do about entries: like them once each, say something, take it back; leads hide what should not stand there. */
@Component
@Transactional
class WallEchoing {

    static final int COMMENT_LENGTH_MAX = 1_000;

    private final Wall wall;
    private final WallStore store;
    private final CommentStore comments;
    private final Log log;
    private final Clock clock;

    WallEchoing(Wall wall, WallStore store, CommentStore comments, Log log, Clock clock) {
        this.wall = wall;
        this.store = store;
        this.comments = comments;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal not found, or conflict when it is one's own */
    void like(Actor by, UUID id) {
        WallEntry entry = wall.readable(by, id);
        if (by.agentId().equals(entry.agent())) {
            throw Refusal.conflict("own-praise", "This is yours: let colleagues like it.");
        }
        if (store.like(by.workspace(), id, by.agentId(), clock.instant())) {
            log.write(by, new WallLiked(entry.agent(), id));
        }
    }

    void unlike(Actor by, UUID id) {
        wall.readable(by, id);
        store.unlike(by.workspace(), id, by.agentId());
    }

    /** @throws Refusal conflict when there are too many @return its id */
    UUID comment(Actor by, UUID id, String text) {
        WallEntry entry = wall.readable(by, id);
        String said = Texts.clean(text).strip();
        if (said.isEmpty()) {
            throw Refusal.malformed("/text", "This must not be blank.");
        }
        CommentStore.Comment comment =
                new CommentStore.Comment(Ids.next(), id, by.agentId(), clock.instant(), said, false);
        if (!comments.insert(by.workspace(), comment)) {
            throw Refusal.conflict("too-many", "There may be " + CommentStore.PER_ENTRY_MAX + " comments at most.");
        }
        log.write(by, new WallCommented(entry.agent(), id, comment.id()));
        return comment.id();
    }

    /** One's own. @throws Refusal forbidden of another's */
    void takeBack(Actor by, UUID id, UUID comment) {
        CommentStore.Comment found = comment(by, id, comment);
        if (!found.agent().equals(by.id())) {
            throw Refusal.forbidden("not-yours", "Only who wrote it can delete it; leads can hide it.");
        }
        comments.delete(by.workspace(), comment);
        log.write(by, new WallCommentHidden(id, comment, true));
    }

    void hideComment(Actor by, UUID id, UUID comment, boolean hidden) {
        by.mustHave(Permission.REPORTS_ALL);
        if (comment(by, id, comment).hidden() != hidden) {
            comments.hide(by.workspace(), comment, hidden ? by.agentId() : null, clock.instant());
            log.write(by, new WallCommentHidden(id, comment, hidden));
        }
    }

    void hide(Actor by, UUID id, boolean hidden) {
        by.mustHave(Permission.REPORTS_ALL);
        if (wall.readable(by, id).hidden() != hidden) {
            store.hide(by.workspace(), id, hidden ? by.agentId() : null, clock.instant());
            log.write(by, new WallCommentHidden(id, null, hidden));
        }
    }

    private CommentStore.Comment comment(Actor by, UUID id, UUID comment) {
        wall.readable(by, id);
        return comments.find(by.workspace(), id, comment)
                .filter(found -> !found.hidden()
                        || by.may(Permission.REPORTS_ALL)
                        || found.agent().equals(by.id()))
                .orElseThrow(() -> Refusal.notFound("comment"));
    }
}
