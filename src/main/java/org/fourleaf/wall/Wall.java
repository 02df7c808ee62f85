package org.fourleaf.wall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourleaf.badges.BadgeFaces;
import org.fourleaf.boards.BoardSight;
import org.fourleaf.boards.BoardSights;
import org.fourleaf.coaching.PublicPraise;
import org.fourleaf.contests.ContestPeople;
import org.fourleaf.kudos.KudosBook;
import org.fourleaf.kudos.KudosCard;
import org.fourleaf.levels.LevelNames;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.quests.Quests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the wall: all agents see it, but what is hidden only leads, and who left public boards only themselves and their leads. A
 * badge that is no longer for all to see is not here either.
 */
@Component
@Transactional(readOnly = true)
public class Wall {

    private static final int LATEST_MAX = 20;

    /**
     * One line of the wall for who passes by.
     *
     * @param kind badge, level, contest, quest, kudos or praise
     * @param agent none of a contest
     * @param by who gave kudos or praised
     * @param what its name, or what was said
     * @param more how many lower levels were reached with it
     */
    public record Line(
            UUID id,
            java.time.Instant at,
            String kind,
            @Nullable PersonName agent,
            @Nullable PersonName by,
            String what,
            int more,

            @Nullable String picture,

            @Nullable String polarity,
            List<ContestPeople.Place> places) {}

    private final WallStore store;
    private final CommentStore comments;
    private final BoardSights sights;
    private final BadgeFaces badges;
    private final LevelNames names;
    private final ContestPeople contests;
    private final Quests quests;
    private final KudosBook kudos;
    private final PublicPraise praise;
    private final Agents agents;
    private final WorkspacePlace places;

    Wall(
            WallStore store,
            CommentStore comments,
            BoardSights sights,
            BadgeFaces badges,
            LevelNames names,
            ContestPeople contests,
            Quests quests,
            KudosBook kudos,
            PublicPraise praise,
            Agents agents,
            WorkspacePlace places) {
        this.store = store;
        this.comments = comments;
        this.sights = sights;
        this.badges = badges;
        this.names = names;
        this.contests = contests;
        this.quests = quests;
        this.kudos = kudos;
        this.praise = praise;
        this.agents = agents;
        this.places = places;
    }

    /** The newest first. @param kind none for all */
    Page<WallCard> page(Actor by, @Nullable WallKind kind, Slice slice) {
        BoardSight sight = sights.of(by);
        Map<String, BadgeFaces.Face> faces = badges.praised(by.workspace(), language(by));
        Page<WallEntry> page = slice.page(
                store.page(by.workspace(), narrowing(by, sight, faces), kind, slice),
                entry -> Cursor.of(entry.at(), entry.id()));
        return new Page<>(cards(by, sight, faces, page.items()), page.next());
    }

    /** @throws Refusal not found */
    WallEntry readable(Actor by, UUID id) {
        BoardSight sight = sights.of(by);
        return store.find(by.workspace(), narrowing(by, sight, badges.praised(by.workspace(), language(by))), id)
                .orElseThrow(() -> Refusal.notFound("entry"));
    }

    WallCard card(Actor by, UUID id) {
        return cards(by, sights.of(by), badges.praised(by.workspace(), language(by)), List.of(readable(by, id)))
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("entry"));
    }

    /** The oldest first; hidden ones to leads and whoever wrote them. */
    List<WallCard.Said> said(Actor by, UUID entry) {
        readable(by, entry);
        boolean lead = by.may(Permission.REPORTS_ALL);
        List<CommentStore.Comment> found = comments.of(by.workspace(), entry).stream()
                .filter(comment -> !comment.hidden() || lead || comment.agent().equals(by.id()))
                .toList();
        Map<UUID, PersonName> people = agents.names(
                by, found.stream().map(CommentStore.Comment::agent).distinct().toList());
        List<WallCard.Said> said = new ArrayList<>();
        for (CommentStore.Comment comment : found) {
            PersonName writer = people.get(comment.agent());
            if (writer != null) {
                said.add(new WallCard.Said(
                        comment.id(),
                        writer,
                        comment.at(),
                        comment.text(),
                        comment.hidden(),
                        new WallCard.SaidAbilities(comment.agent().equals(by.id()), lead)));
            }
        }
        return said;
    }

    /** The latest for a screen that strangers see. @param among only of these agents, and contests; of all when there is none */
    public List<Line> latest(Actor by, String language, Set<UUID> among, int max) {
        BoardSight sight = sights.ofStrangers(by.workspace());
        Map<String, BadgeFaces.Face> faces = badges.praised(by.workspace(), language);
        WallStore.Narrowing narrowing = new WallStore.Narrowing(faces.keySet(), sight.hidden(), false);
        List<WallEntry> entries = store
                .page(by.workspace(), narrowing, null, Slice.first(among.isEmpty() ? LATEST_MAX : LATEST_MAX * 5))
                .stream()
                .filter(entry -> among.isEmpty() || entry.agent() == null || among.contains(entry.agent()))
                .limit(Math.min(max, LATEST_MAX))
                .toList();
        Parts parts = parts(by, sight, faces, language, entries, Set.of());
        List<Line> lines = new ArrayList<>();
        for (WallEntry entry : entries) {
            if (parts.has(entry)) {
                lines.add(line(entry, parts, sight));
            }
        }
        return lines;
    }

    /** The same of certain entries, for posting them. */
    List<Line> lines(Actor by, String language, List<WallEntry> entries) {
        BoardSight sight = sights.ofStrangers(by.workspace());
        Map<String, BadgeFaces.Face> faces = badges.praised(by.workspace(), language);
        List<WallEntry> shown = entries.stream()
                .filter(entry -> entry.agent() == null || sight.sees(entry.agent()))
                .filter(entry -> entry.kind() != WallKind.BADGE || faces.containsKey(entry.subject()))
                .toList();
        Parts parts = parts(by, sight, faces, language, shown, Set.of());
        return shown.stream()
                .filter(parts::has)
                .map(entry -> line(entry, parts, sight))
                .toList();
    }

    private static Line line(WallEntry entry, Parts parts, BoardSight sight) {
        BadgeFaces.Face face = entry.kind() == WallKind.BADGE ? parts.faces.get(entry.subject()) : null;
        ContestPeople.Podium podium = entry.kind() == WallKind.CONTEST ? parts.podiums.get(id(entry)) : null;
        String what = switch (entry.kind()) {
            case BADGE -> face == null ? entry.subject() : face.name();
            case LEVEL, QUEST -> parts.called.getOrDefault(entry.subject(), entry.subject());
            case CONTEST -> podium == null ? "" : podium.name();
            case KUDOS, PRAISE -> parts.said(entry);
        };
        return new Line(
                entry.id(),
                entry.at(),
                entry.kind().json(),
                entry.agent() == null ? null : parts.people.get(entry.agent()),
                entry.by() == null || !sight.sees(entry.by()) ? null : parts.people.get(entry.by()),
                what,
                entry.passed().size(),
                face == null ? null : face.picture(),
                face == null ? null : face.polarity(),
                podium == null ? List.of() : podium.places());
    }

    /** What entries are told with. */
    private record Parts(
            Map<String, BadgeFaces.Face> faces,
            Map<String, String> called,
            Map<UUID, ContestPeople.Podium> podiums,
            Map<UUID, KudosCard> thanks,
            Map<UUID, String> praise,
            Map<UUID, PersonName> people) {

        /** Thanks and praise may have been taken back. */
        boolean has(WallEntry entry) {
            return switch (entry.kind()) {
                case KUDOS -> thanks.containsKey(id(entry));
                case PRAISE -> praise.containsKey(id(entry));
                case BADGE, LEVEL, CONTEST, QUEST -> true;
            };
        }

        String said(WallEntry entry) {
            if (entry.kind() == WallKind.PRAISE) {
                return praise.getOrDefault(id(entry), "");
            }
            KudosCard card = thanks.get(id(entry));
            return card == null ? "" : card.message();
        }
    }

    private Parts parts(
            Actor by,
            BoardSight sight,
            Map<String, BadgeFaces.Face> faces,
            String language,
            List<WallEntry> entries,
            Set<UUID> more) {
        Set<UUID> who = new HashSet<>(more);
        Set<UUID> of = new HashSet<>();
        Set<UUID> thanked = new HashSet<>();
        Set<UUID> praised = new HashSet<>();
        Map<String, String> called = new HashMap<>();
        for (WallEntry entry : entries) {
            if (entry.agent() != null) {
                who.add(entry.agent());
            }
            if (entry.by() != null) {
                who.add(entry.by());
            }
            switch (entry.kind()) {
                case CONTEST -> of.add(id(entry));
                case KUDOS -> thanked.add(id(entry));
                case PRAISE -> praised.add(id(entry));
                case LEVEL ->
                    Stream.concat(entry.passed().stream(), Stream.of(entry.subject()))
                            .forEach(reached -> called.computeIfAbsent(
                                    reached, level -> names.of(by.workspace(), level, language)));
                case QUEST ->
                    called.computeIfAbsent(entry.subject(), quest -> quests.name(by.workspace(), quest, language));
                case BADGE -> {
                    // Named by its face.
                }
            }
        }
        return new Parts(
                faces,
                called,
                of.isEmpty() ? Map.of() : contests.podiums(by.workspace(), of, sight),
                kudos.byIds(by, thanked),
                praise.words(by.workspace(), praised),
                agents.names(by, who));
    }

    private List<WallCard> cards(
            Actor by, BoardSight sight, Map<String, BadgeFaces.Face> faces, List<WallEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<UUID, WallStore.Echo> echoes =
                store.echoes(by.workspace(), entries.stream().map(WallEntry::id).toList(), by.id());
        Set<UUID> likers = new HashSet<>();
        echoes.values().forEach(echo -> likers.addAll(echo.likers()));
        Parts parts = parts(by, sight, faces, language(by), entries, likers);
        boolean lead = by.may(Permission.REPORTS_ALL);
        List<WallCard> cards = new ArrayList<>();
        for (WallEntry entry : entries) {
            if (!parts.has(entry)) {
                continue;
            }
            WallStore.Echo echo = echoes.getOrDefault(entry.id(), WallStore.Echo.NONE);
            BadgeFaces.Face face = entry.kind() == WallKind.BADGE ? faces.get(entry.subject()) : null;
            KudosCard thanks = entry.kind() == WallKind.KUDOS ? parts.thanks.get(id(entry)) : null;
            String tier = entry.facts().path("tier").asString("");
            cards.add(new WallCard(
                    entry.id(),
                    entry.at(),
                    entry.kind(),
                    entry.agent() == null ? null : parts.people.get(entry.agent()),
                    entry.by() == null ? null : parts.people.get(entry.by()),
                    face == null ? null : WallCard.Won.of(face, tier.isEmpty() ? null : tier),
                    reached(entry, WallKind.LEVEL, parts),
                    entry.kind() == WallKind.CONTEST ? parts.podiums.get(id(entry)) : null,
                    reached(entry, WallKind.QUEST, parts),
                    thanks == null ? null : new WallCard.Thanks(thanks.id(), thanks.message(), thanks.ticket()),
                    entry.kind() == WallKind.PRAISE ? new WallCard.Praise(id(entry), parts.said(entry)) : null,
                    echo.likes(),
                    echo.liked(),
                    echo.likers().stream()
                            .map(parts.people::get)
                            .filter(Objects::nonNull)
                            .toList(),
                    echo.comments(),
                    entry.hidden(),
                    new WallCard.Abilities(by.isAgent() && !by.agentId().equals(entry.agent()), lead)));
        }
        return cards;
    }

    private static WallCard.@Nullable Reached reached(WallEntry entry, WallKind kind, Parts parts) {
        return entry.kind() != kind
                ? null
                : new WallCard.Reached(
                        entry.subject(),
                        parts.called.getOrDefault(entry.subject(), entry.subject()),
                        entry.passed().stream()
                                .map(level -> parts.called.getOrDefault(level, level))
                                .toList());
    }

    private static UUID id(WallEntry entry) {
        return UUID.fromString(entry.subject());
    }

    private static WallStore.Narrowing narrowing(Actor by, BoardSight sight, Map<String, BadgeFaces.Face> faces) {
        return new WallStore.Narrowing(faces.keySet(), sight.hidden(), by.may(Permission.REPORTS_ALL));
    }

    private String language(Actor by) {
        return by.isAgent() ? agents.readable(by, by.agentId()).language() : places.language(by.workspace());
    }
}
