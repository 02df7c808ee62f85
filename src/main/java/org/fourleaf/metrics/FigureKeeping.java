package org.fourleaf.metrics;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/**
 * Folds the log into the figures: a page at a time, added up in memory and written with one statement a table. Late, early and imported
 * activities land in the quarter they belong to.
 */
@Component
class FigureKeeping implements LogReader {

    static final String NAME = "figures";

    /** What counts by itself, wherever its ticket stands. */
    private static final Set<ActivityKind> SIMPLE = EnumSet.of(
            ActivityKind.TICKET_CREATED,
            ActivityKind.TICKET_ASSIGNED,
            ActivityKind.TICKET_TRANSFERRED,
            ActivityKind.TICKET_RESOLVED,
            ActivityKind.TICKET_REOPENED,
            ActivityKind.TICKET_DELETED,
            ActivityKind.TICKET_TAGGED,
            ActivityKind.TICKET_VIEWED,
            ActivityKind.MESSAGE_RECEIVED,
            ActivityKind.MESSAGE_SENT,
            ActivityKind.NOTE_ADDED,
            ActivityKind.SLA_MET,
            ActivityKind.SLA_MISSED,
            ActivityKind.SURVEY_SENT,
            ActivityKind.SURVEY_ANSWERED,
            ActivityKind.SALE_RECORDED,
            ActivityKind.CHAT_STARTED,
            ActivityKind.CHAT_OFFERED,
            ActivityKind.CHAT_ACCEPTED,
            ActivityKind.CHAT_MISSED,
            ActivityKind.CHAT_ABANDONED,
            ActivityKind.CHAT_ENDED,
            ActivityKind.CALL_STARTED,
            ActivityKind.CALL_OFFERED,
            ActivityKind.CALL_ANSWERED,
            ActivityKind.CALL_MISSED,
            ActivityKind.CALL_ABANDONED,
            ActivityKind.CALL_ENDED);

    /** What counts only together with others of its ticket or agent. */
    private static final Set<ActivityKind> TOGETHER = EnumSet.of(
            ActivityKind.TICKET_SPAM,
            ActivityKind.TICKET_RESTORED,
            ActivityKind.TICKET_MERGED,
            ActivityKind.TICKET_UNMERGED,
            ActivityKind.TICKET_UNTAGGED,
            ActivityKind.RATING_GIVEN,
            ActivityKind.RATING_INVALIDATED,
            ActivityKind.PRESENCE_CHANGED);

    private final FigureStore figures;
    private final CaseFileStore cases;
    private final CaseFolding caseFolding;
    private final RatingFolding ratings;
    private final PresenceFolding presences;
    private final WorkspacePlace places;

    FigureKeeping(
            FigureStore figures,
            CaseFileStore cases,
            CaseFolding caseFolding,
            RatingFolding ratings,
            PresenceFolding presences,
            WorkspacePlace places) {
        this.figures = figures;
        this.cases = cases;
        this.caseFolding = caseFolding;
        this.ratings = ratings;
        this.presences = presences;
        this.places = places;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<ActivityKind> kinds() {
        Set<ActivityKind> kinds = EnumSet.copyOf(SIMPLE);
        kinds.addAll(TOGETHER);
        kinds.addAll(FigureWord.kinds());
        return kinds;
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        UUID workspace = page.getFirst().workspace();
        // Never remembered: a page counted by days of yesterday's zone would stay wrong.
        ZoneId zone = places.zone(workspace);
        Tallies tallies = new Tallies();
        List<RatingMark> marks = ratings.marks(page);
        Set<UUID> tickets = new HashSet<>(ratings.ticketsNamed(workspace, marks));
        page.forEach(line -> {
            if (line.ticket() != null) {
                tickets.add(line.ticket());
            }
        });
        PageTags tags = PageTags.of(cases.taggings(workspace, tickets), page);
        page.forEach(line -> Counting.count(line, tags.after(line.ticket()), 1, tallies));
        countAnewUnderTags(workspace, tags, tallies);
        caseFolding.fold(workspace, page, tags, tallies);
        ratings.fold(workspace, marks, tags, tallies);
        presences.fold(workspace, page);
        cases.saveTaggings(workspace, tags.changed());
        cases.saveTagged(workspace, tagged(page, zone));
        figures.add(workspace, zone, tallies);
        figures.addOfCustomers(workspace, ofCustomers(page));
        figures.addEndings(workspace, endings(page));
        figures.addWords(workspace, FigureWord.of(page));
    }

    private static Map<FigureStore.Ending, Integer> endings(List<Recorded> page) {
        Map<FigureStore.Ending, Integer> endings = new HashMap<>();
        for (Recorded line : page) {
            if (line.kind() == ActivityKind.TICKET_RESOLVED) {
                String word = line.facts().path("disposition").asString("");
                endings.merge(new FigureStore.Ending(word, Cell.of(line)), 1, Integer::sum);
            }
        }
        return endings;
    }

    private static Tallies ofCustomers(List<Recorded> page) {
        Tallies tallies = new Tallies();
        for (Recorded line : page) {
            if (line.customer() != null) {
                Counting.count(line, List.of(line.customer()), 1, tallies);
            }
        }
        return tallies;
    }

    /** What was counted of a ticket before it got or lost a tag counts under that tag too, or no more. */
    private void countAnewUnderTags(UUID workspace, PageTags tags, Tallies tallies) {
        for (Recorded line : cases.counted(workspace, NAME, tags.moved(), SIMPLE)) {
            Counting.count(line, tags.gained(line.ticket()), 1, tallies);
            Counting.count(line, tags.lost(line.ticket()), -1, tallies);
        }
    }

    private static List<CaseFileStore.Tagged> tagged(List<Recorded> page, ZoneId zone) {
        Set<CaseFileStore.Tagged> tagged = new HashSet<>();
        for (Recorded line : page) {
            if (line.kind() == ActivityKind.TICKET_TAGGED && line.agent() != null && line.ticket() != null) {
                int day = Math.toIntExact(line.at().atZone(zone).toLocalDate().toEpochDay());
                tagged.add(new CaseFileStore.Tagged(day, line.agent(), line.ticket()));
            }
        }
        return new ArrayList<>(tagged);
    }
}
