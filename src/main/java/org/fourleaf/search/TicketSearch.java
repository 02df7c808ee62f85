package org.fourleaf.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.TicketCard;
import org.fourleaf.tickets.TicketCardQuery;
import org.fourleaf.tickets.TicketFinding.Found;
import org.fourleaf.tickets.TicketListQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds tickets by relevance. Among the newest {@value #RANKED_MAX} hits those with the words in their subject come first; all others
 * follow by age, none is left out. A question that finds hardly anything is asked again with words that look alike.
 */
@Component
@Transactional(readOnly = true)
class TicketSearch {

    static final int RANKED_MAX = 1_000;

    /** An answer with fewer hits is asked again with words that look alike. */
    static final int FEW = 5;

    private static final int ALIKE_MAX = 5;

    /** Reading the hits of a word costs as much as one period for each so many documents. */
    private static final int DOCUMENTS_WORTH_A_PERIOD = 50;

    private static final int RANGE_GROWTH = 6;
    private static final int RANGE_UNKNOWN = 8;
    private static final int CHUNK_GROWTH = 4;

    /** A page of older hits is so much smaller than all the ranked ones. */
    private static final int OLDER_SHARE = 10;

    /** Hits looked at for one page of older ones; where hardly any may be shown it ends early, with a cursor. */
    private static final int OLDER_LOOKED_AT_MAX = 30_000;

    private static final int CURSOR_VALUES = 6;

    /** A page of hits. @param lit what to mark in them. @param alike words that stood for others */
    record Hits(Page<TicketCard> tickets, Set<String> lit, boolean alike) {}

    /**
     * Where a page ended.
     *
     * @param alike the question was asked with words that look alike
     * @param ranked among the ranked hits
     * @param floor the oldest of the ranked hits
     * @param inSubject the last hit had the words in its subject
     */
    private record Place(boolean alike, boolean ranked, HitQuery.Hit floor, boolean inSubject, HitQuery.Hit last) {

        static @Nullable Place of(@Nullable Cursor cursor) {
            if (cursor == null) {
                return null;
            }
            String flags = cursor.text(0);
            return new Place(
                    flags.contains("a"),
                    flags.contains("r"),
                    new HitQuery.Hit(period(cursor, 1), cursor.id(2)),
                    flags.contains("s"),
                    new HitQuery.Hit(period(cursor, 3), cursor.id(4)));
        }

        private static int period(Cursor cursor, int index) {
            return Math.clamp(cursor.number(index), 0, Integer.MAX_VALUE);
        }

        Cursor cursor() {
            String flags = "x" + (alike ? "a" : "") + (ranked ? "r" : "") + (inSubject ? "s" : "");
            return Cursor.of(flags, floor.period(), floor.ticket(), last.period(), last.ticket(), "1");
        }
    }

    private final Asking asking;
    private final HitQuery hits;
    private final VocabularyStore vocabulary;
    private final Departments departments;
    private final TicketListQuery list;
    private final TicketCardQuery cards;
    private final LookingAlike lookingAlike;

    TicketSearch(
            Asking asking,
            HitQuery hits,
            VocabularyStore vocabulary,
            Departments departments,
            TicketListQuery list,
            TicketCardQuery cards,
            LookingAlike lookingAlike) {
        this.asking = asking;
        this.hits = hits;
        this.vocabulary = vocabulary;
        this.departments = departments;
        this.list = list;
        this.cards = cards;
        this.lookingAlike = lookingAlike;
    }

    Hits page(Actor by, String typed, Slice slice) {
        Question asked = asking.question(by, typed, Map.of());
        if (asked.nothing()) {
            return new Hits(new Page<>(List.of(), null), Set.of(), false);
        }
        return asked.words() == null ? properties(by, asked, slice) : words(by, typed, asked, slice);
    }

    /** Without a word there is no relevance: the newest message first. */
    private Hits properties(Actor by, Question question, Slice slice) {
        Found found = new Found(question.statuses(), question.everywhere(), false);
        return new Hits(
                list.page(by, TicketListQuery.Filter.of(found, TicketListQuery.Sort.LAST_MESSAGE_NEWEST, slice)),
                Set.of(),
                false);
    }

    private Hits words(Actor by, String typed, Question question, Slice slice) {
        Place from = Place.of(slice.after(CURSOR_VALUES));
        if (from == null || !from.alike) {
            Page<UUID> exact = asked(by, question, from, null, slice.limit());
            boolean enough = from != null || exact.items().size() >= Math.min(FEW, slice.limit());
            Map<String, Set<String>> alike =
                    enough || exact.next() != null ? Map.of() : lookingAlike.of(question.loose(), ALIKE_MAX);
            if (alike.isEmpty()) {
                return shown(by, exact, question, false);
            }
            Question wider = asking.question(by, typed, alike);
            int room = slice.limit() - exact.items().size();
            Page<UUID> more = asked(by, wider, null, Set.copyOf(exact.items()), room);
            List<UUID> all = new ArrayList<>(exact.items());
            all.addAll(more.items());
            return shown(by, new Page<>(all, more.next()), wider, !more.items().isEmpty());
        }
        Set<UUID> exact = Set.copyOf(asked(by, question, null, null, FEW).items());
        Question wider = asking.question(by, typed, lookingAlike.of(question.loose(), ALIKE_MAX));
        return shown(by, asked(by, wider, from, exact, slice.limit()), wider, true);
    }

    private Hits shown(Actor by, Page<UUID> tickets, Question question, boolean alike) {
        return new Hits(new Page<>(cards.cards(by, tickets.items()), tickets.next()), question.lit(), alike);
    }

    /** @param leading the exact hits of a question asked again with words that look alike, left out of it; none of an exact one */
    private Page<UUID> asked(
            Actor by, Question question, @Nullable Place from, @Nullable Set<UUID> leading, int limit) {
        return new Walk(by, question, leading, limit).page(from);
    }

    /** One page of one question. */
    private final class Walk {

        private final UUID workspace;
        private final Question question;
        private final String words;
        private final @Nullable Set<UUID> leading;
        private final int limit;
        private final DepartmentSight sight;
        private final long documents;
        private final boolean alone;
        private final int top;
        private final int step;
        /** Which may hold what is asked for; none says that all may. */
        private final @Nullable NavigableSet<Integer> periods;

        private final List<HitQuery.Hit> found = new ArrayList<>();
        private @Nullable Place end;
        private boolean endedEarly;

        Walk(Actor by, Question question, @Nullable Set<UUID> leading, int limit) {
            this.workspace = by.workspace();
            this.question = question;
            this.words = Objects.requireNonNullElse(question.words(), "");
            this.leading = leading;
            this.limit = limit;
            this.sight = departments.seenBy(by);
            VocabularyStore.Size index = vocabulary.size(workspace);
            long size = index.documents();
            this.documents = size;
            this.alone = index.isAlone();
            this.top = Math.toIntExact(size / DocumentStore.DOCUMENTS_OF_A_PERIOD);
            this.periods = question.opened().equals(Question.Opened.ANY_TIME)
                    ? null
                    : hits.periods(workspace, question.opened());
            this.step = question.documents() == Long.MAX_VALUE
                    ? Math.min(RANGE_UNKNOWN, periodsOf(question.written()))
                    : periodsOf(question.documents());
        }

        /** How many periods hold enough hits, of so many in all. */
        private int periodsOf(long hitsInAll) {
            return (int) Math.min(
                    top + 1L,
                    1 + RANKED_MAX * (documents / Math.max(1, hitsInAll)) / DocumentStore.DOCUMENTS_OF_A_PERIOD);
        }

        Page<UUID> page(@Nullable Place from) {
            if (sight.ids().isEmpty() && !sight.all()) {
                return new Page<>(List.of(), null);
            }
            HitQuery.Hit floor;
            if (from == null || from.ranked) {
                List<HitQuery.Hit> newest = newest(from == null ? null : from.floor);
                floor = from == null
                        ? (newest.size() < RANKED_MAX ? new HitQuery.Hit(0, new UUID(0, 0)) : newest.getLast())
                        : from.floor;
                ranked(newest, floor, from);
                if (found.size() <= limit && (from != null || newest.size() >= RANKED_MAX)) {
                    older(floor, floor);
                }
            } else {
                older(from.floor, from.last);
            }
            List<UUID> items =
                    found.stream().limit(limit).map(HitQuery.Hit::ticket).toList();
            boolean more = found.size() > limit || endedEarly;
            return new Page<>(items, more && end != null ? end.cursor().encoded() : null);
        }

        /** The newest hits, the same ones on every page. */
        private List<HitQuery.Hit> newest(HitQuery.@Nullable Hit floor) {
            if (question.isRare()) {
                int limitOfAll = floor == null ? RANKED_MAX : 2 * RANKED_MAX;
                return upTo(floor, hits.newest(workspace, words, HitQuery.Range.all(alone), limitOfAll));
            }
            List<HitQuery.Hit> newest = new ArrayList<>();
            int high = top;
            // The newest period may hardly have begun.
            boolean begun = documents % DocumentStore.DOCUMENTS_OF_A_PERIOD < DocumentStore.DOCUMENTS_OF_A_PERIOD / 2;
            int width = begun ? step + 1 : step;
            while (high >= 0 && newest.size() < RANKED_MAX && (floor == null || high >= floor.period())) {
                int low = Math.max(0, high - width + 1);
                newest.addAll(hits.newest(
                        workspace, words, new HitQuery.Range(low, high, false, alone), RANKED_MAX - newest.size()));
                high = low - 1;
                width = enough(width, documents - low * (long) DocumentStore.DOCUMENTS_OF_A_PERIOD, newest.size());
            }
            return upTo(floor, newest);
        }

        /** How many periods more should bring the hits that are still wanted, by what those read so far brought. */
        private int enough(int width, long documentsRead, int hitsSoFar) {
            long most = Math.min((long) width * RANGE_GROWTH, top + 1L);
            long missing = (long) RANKED_MAX - hitsSoFar;
            return hitsSoFar == 0
                    ? (int) most
                    : (int) Math.min(
                            most, 1 + documentsRead * missing / hitsSoFar / DocumentStore.DOCUMENTS_OF_A_PERIOD);
        }

        private static List<HitQuery.Hit> upTo(HitQuery.@Nullable Hit floor, List<HitQuery.Hit> newest) {
            return floor == null
                    ? newest
                    : newest.stream().filter(hit -> hit.compareTo(floor) <= 0).toList();
        }

        private void ranked(List<HitQuery.Hit> newest, HitQuery.Hit floor, @Nullable Place from) {
            List<HitQuery.Hit> order = new ArrayList<>(newest);
            order.removeIf(hit -> periods != null && !periods.contains(hit.period()));
            if (order.isEmpty()) {
                return;
            }
            Set<UUID> titled = leading != null ? Set.of() : titled(newest);
            order.sort((a, b) -> {
                int byPlace = Boolean.compare(titled.contains(b.ticket()), titled.contains(a.ticket()));
                return byPlace != 0 ? byPlace : a.compareTo(b);
            });
            if (from != null) {
                order.removeIf(hit -> {
                    boolean inSubject = titled.contains(hit.ticket());
                    int byPlace = Boolean.compare(from.inSubject, inSubject);
                    return byPlace != 0 ? byPlace < 0 : hit.compareTo(from.last) <= 0;
                });
            }
            int chunk = limit + 1;
            for (int i = 0; i < order.size() && found.size() <= limit; ) {
                List<HitQuery.Hit> next = order.subList(i, Math.min(order.size(), i + chunk));
                Set<UUID> kept = hits.kept(
                        workspace,
                        question,
                        sight,
                        next.stream().map(HitQuery.Hit::ticket).toList());
                for (HitQuery.Hit hit : next) {
                    if (kept.contains(hit.ticket())) {
                        keep(hit, true, floor, titled.contains(hit.ticket()));
                    }
                }
                i += next.size();
                chunk *= CHUNK_GROWTH;
            }
        }

        /** A range of periods costs by its length, a word by its hits: for rare ones the whole index is the shorter way. */
        private Set<UUID> titled(List<HitQuery.Hit> newest) {
            int low = newest.getLast().period();
            int high = newest.getFirst().period();
            boolean direct = question.documents() / DOCUMENTS_WORTH_A_PERIOD <= high - low;
            HitQuery.Range range = new HitQuery.Range(low, high, direct, alone);
            return question.inSubject() == null ? Set.of() : hits.tickets(workspace, question.inSubject(), range);
        }

        private void older(HitQuery.Hit floor, HitQuery.Hit last) {
            int high = Math.min(top, last.period());
            int width = Math.max(1, step / OLDER_SHARE);
            HitQuery.Hit after = last;
            long looked = 0;
            while (high >= 0 && found.size() <= limit) {
                if (looked > OLDER_LOOKED_AT_MAX) {
                    endedEarly = true;
                    end = new Place(leading != null, false, floor, false, new HitQuery.Hit(high + 1, new UUID(0, 0)));
                    return;
                }
                int lowest = 0;
                if (periods != null) {
                    @Nullable Integer next = periods.floor(high);
                    if (next == null) {
                        return;
                    }
                    high = next;
                    lowest = periods.first();
                }
                int low = question.isRare() ? 0 : Math.max(lowest, high - width + 1);
                for (HitQuery.Hit hit : hits.after(
                        workspace,
                        question,
                        sight,
                        new HitQuery.Range(low, high, question.isRare(), alone),
                        after,
                        limit + 1 - found.size() + (leading == null ? 0 : leading.size()))) {
                    keep(hit, false, floor, false);
                }
                looked += (high - low + 1) * hitsOfAPeriod();
                high = low - 1;
                width = Math.min(width * RANGE_GROWTH, periodsAtOnce());
            }
        }

        /** As many as there are documents, where it is not known. */
        private long hitsOfAPeriod() {
            long size = Math.max(1, documents);
            return Math.clamp(
                    Math.min(question.documents(), size) * DocumentStore.DOCUMENTS_OF_A_PERIOD / size + 1,
                    1,
                    DocumentStore.DOCUMENTS_OF_A_PERIOD);
        }

        private int periodsAtOnce() {
            return Math.toIntExact(Math.clamp(OLDER_LOOKED_AT_MAX / hitsOfAPeriod(), 1, top + 1L));
        }

        private void keep(HitQuery.Hit hit, boolean ranked, HitQuery.Hit floor, boolean inSubject) {
            if (leading != null && leading.contains(hit.ticket())) {
                return;
            }
            found.add(hit);
            if (found.size() == limit) {
                end = new Place(leading != null, ranked, floor, inSubject, hit);
            }
        }
    }
}
