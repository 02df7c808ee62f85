package org.fourleaf.coaching;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.metrics.AgentFigures;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What leads and agents write to each other. Nobody else reads it, whatever they may; praise that is public stands on the wall. */
@Component
@Transactional(readOnly = true)
class Coaching {

    private final CoachingNoteStore store;
    private final CoachingSight sight;
    private final Goals goals;
    private final Agents agents;
    private final Tickets tickets;
    private final Log log;
    private final Clock clock;

    Coaching(
            CoachingNoteStore store,
            CoachingSight sight,
            Goals goals,
            Agents agents,
            Tickets tickets,
            Log log,
            Clock clock) {
        this.store = store;
        this.sight = sight;
        this.goals = goals;
        this.agents = agents;
        this.tickets = tickets;
        this.log = log;
        this.clock = clock;
    }

    /** The last written first. @param with only those with this agent, if any is named */
    Page<CoachingNoteCard> page(Actor by, @Nullable UUID with, Slice slice) {
        Page<CoachingNote> notes = slice.page(
                store.page(by.workspace(), by.agentId(), with, slice), note -> Cursor.of(note.lastAt(), note.id()));
        return new Page<>(cards(by, notes.items()), notes.next());
    }

    CoachingNoteCard readable(Actor by, UUID id) {
        return cards(by, List.of(find(by, id))).getFirst();
    }

    /**
     * @param goal what the agent is to reach, if anything
     * @throws Refusal forbidden for who does not lead the agent; invalid when criticism is to be public or what it is about is not there
     */
    @Transactional
    public CoachingNoteCard write(Actor by, CoachingNote note, @Nullable Goal goal) {
        sight.mustLead(by, note.agent());
        if (note.isPublic() && note.kind() != NoteKind.PRAISE) {
            throw Refusal.invalid("/public", "Only praise can be public.");
        }
        if (note.kpi() != null && AgentFigures.kpi(note.kpi()).isEmpty()) {
            throw Refusal.invalid("/kpi", "There is no such KPI.");
        }
        if (note.call() != null && !store.isCallOf(by.workspace(), note.agent(), note.call())) {
            throw Refusal.invalid("/call", "This must be the activity of a call the agent had.");
        }
        if (goal != null) {
            goals.set(by, goal);
        }
        store.insert(by.workspace(), note);
        log.write(
                by,
                note.isPublic()
                        ? new PraiseGiven(note.agent(), note.id())
                        : new CoachingNoted(note.agent(), note.id()));
        return readable(by, note.id());
    }

    /** By who wrote it. @param expected none: the last write wins */
    @Transactional
    public CoachingNoteCard change(
            Actor by, UUID id, @Nullable String words, @Nullable Boolean closed, @Nullable Long expected) {
        CoachingNote was = find(by, id);
        mustHaveWritten(by, was);
        if (expected != null && expected != was.version()) {
            throw Refusal.stale();
        }
        if (!store.update(
                by.workspace(),
                id,
                words == null ? was.words() : words,
                closed == null ? was.closedAt() : closed ? clock.instant() : null,
                was.version())) {
            throw Refusal.stale();
        }
        return readable(by, id);
    }

    @Transactional
    public void delete(Actor by, UUID id) {
        CoachingNote note = find(by, id);
        mustHaveWritten(by, note);
        store.delete(by.workspace(), id);
        if (note.isPublic()) {
            log.write(by, new PraiseWithdrawn(note.agent(), id));
        }
    }

    @Transactional
    public CoachingNoteCard answer(Actor by, UUID id, String words) {
        CoachingNote note = find(by, id);
        if (!note.isBetween(by.agentId()) || !store.lock(by.workspace(), id)) {
            throw Refusal.notFound("note");
        }
        if (store.replies(by.workspace(), List.of(id)).size() >= CoachingNote.REPLIES_MAX) {
            throw Refusal.conflict(
                    "too-many", "A note has at most " + CoachingNote.REPLIES_MAX + " answers: begin a new one.");
        }
        store.answer(by.workspace(), new CoachingNote.Reply(Ids.next(), id, by.agentId(), words, clock.instant()));
        UUID other = note.agent().equals(by.id()) ? note.author() : note.agent();
        log.write(by, new CoachingAnswered(other, id));
        return readable(by, id);
    }

    private CoachingNote find(Actor by, UUID id) {
        return store.find(by.workspace(), id)
                .filter(note -> note.isPublic() || note.isBetween(by.agentId()))
                .orElseThrow(() -> Refusal.notFound("note"));
    }

    private static void mustHaveWritten(Actor by, CoachingNote note) {
        if (!note.author().equals(by.id())) {
            throw Refusal.forbidden("permission-missing", "Only who wrote it can do this.");
        }
    }

    private List<CoachingNoteCard> cards(Actor by, List<CoachingNote> notes) {
        Map<UUID, List<CoachingNote.Reply>> replies = new HashMap<>();
        Set<UUID> people = new HashSet<>();
        List<UUID> between = notes.stream()
                .filter(note -> note.isBetween(by.agentId()))
                .map(CoachingNote::id)
                .toList();
        store.replies(by.workspace(), between).forEach(reply -> {
            replies.computeIfAbsent(reply.note(), made -> new java.util.ArrayList<>())
                    .add(reply);
            people.add(reply.author());
        });
        notes.forEach(note -> {
            people.add(note.agent());
            people.add(note.author());
        });
        Map<UUID, PersonName> names = agents.names(by, people);
        return notes.stream()
                .map(note -> card(by, note, names, replies.getOrDefault(note.id(), List.of())))
                .toList();
    }

    private CoachingNoteCard card(
            Actor by, CoachingNote note, Map<UUID, PersonName> names, List<CoachingNote.Reply> replies) {
        boolean between = note.isBetween(by.agentId());
        return new CoachingNoteCard(
                note.id(),
                names.get(note.agent()),
                names.get(note.author()),
                note.kind(),
                note.isPublic(),
                note.words(),
                note.kpi(),
                note.ticket() == null ? null : code(by, note.ticket()),
                note.call() == null ? null : note.call().toString(),
                note.goal() == null || !between
                        ? null
                        : goals.seen(by, note.goal()).orElse(null),
                note.at(),
                note.closedAt(),
                replies.stream()
                        .map(reply -> new CoachingNoteCard.Reply(
                                reply.id(), names.get(reply.author()), reply.words(), reply.at()))
                        .toList(),
                new CoachingNoteCard.Abilities(note.author().equals(by.id()), between),
                note.version());
    }

    private @Nullable String code(Actor by, UUID ticket) {
        return tickets.byId(Actor.system(by.workspace()), ticket)
                .map(found -> found.code().toString())
                .flatMap(code -> tickets.found(by, code))
                .map(Ticket::code)
                .map(Object::toString)
                .orElse(null);
    }
}
