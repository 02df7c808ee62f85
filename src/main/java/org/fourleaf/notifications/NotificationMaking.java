package org.fourleaf.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.badges.BadgeAwarded;
import org.fourleaf.badges.BadgeLost;
import org.fourleaf.coaching.CoachingAnswered;
import org.fourleaf.coaching.CoachingNoted;
import org.fourleaf.coaching.GoalSet;
import org.fourleaf.coaching.PraiseGiven;
import org.fourleaf.contests.ContestOpened;
import org.fourleaf.contests.ContestPeople;
import org.fourleaf.contests.ContestWon;
import org.fourleaf.kudos.KudosGiven;
import org.fourleaf.levels.LevelReached;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.quests.QuestCompleted;
import org.fourleaf.quests.QuestUndone;
import org.fourleaf.ratings.RatingGiven;
import org.fourleaf.routing.DepartmentOverloaded;
import org.fourleaf.rules.RuleBroke;
import org.fourleaf.rules.RuleNoticed;
import org.fourleaf.shop.OrderChanged;
import org.fourleaf.shop.OrderPlaced;
import org.fourleaf.tickets.DeliveryChanged;
import org.fourleaf.tickets.DeliveryState;
import org.fourleaf.tickets.MessageReceived;
import org.fourleaf.tickets.NoteAdded;
import org.fourleaf.tickets.NoteMentions;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketAssigned;
import org.fourleaf.tickets.TicketStatus;
import org.fourleaf.tickets.TicketStatusChanged;
import org.fourleaf.tickets.Tickets;
import org.fourleaf.tickets.TicketsHandedOver;
import org.fourleaf.wall.WallCommented;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the log and tells whom it concerns: never who did it, nothing imported, nothing that was long ago. */
@Component
class NotificationMaking implements LogReader {

    /** What happened longer ago is no news: the first reading of an old log must not ring every bell. */
    private static final Duration NEWS_FOR = Duration.ofDays(1);

    private final NotificationStore store;
    private final NotificationTasteStore tastes;
    private final NoteMentions mentions;
    private final Tickets tickets;
    private final ContestPeople contests;
    private final Clock clock;

    NotificationMaking(
            NotificationStore store,
            NotificationTasteStore tastes,
            NoteMentions mentions,
            Tickets tickets,
            ContestPeople contests,
            Clock clock) {
        this.store = store;
        this.tastes = tastes;
        this.mentions = mentions;
        this.tickets = tickets;
        this.contests = contests;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notifications";
    }

    void on(NoteAdded note, Recorded line) {
        if (isNews(line)) {
            Actor system = Actor.system(line.workspace());
            Set<UUID> mentioned = mentions.in(system, note.message());
            mentioned.forEach(agent -> tell(line, agent, NotificationKind.MENTIONED, note.message()));
            Set<UUID> others = new HashSet<>();
            tickets.byId(system, note.ticket()).map(Ticket::assignee).ifPresent(others::add);
            others.removeAll(mentioned);
            others.forEach(owner -> tell(line, owner, NotificationKind.NOTED, note.message()));
        }
    }

    void on(TicketAssigned assigned, Recorded line) {
        if (assigned.agent() != null && !Boolean.TRUE.equals(assigned.handedOver()) && isNews(line)) {
            tell(line, assigned.agent(), NotificationKind.ASSIGNED, null);
        }
    }

    /** Thousands may come at once: one notification tells of them all. */
    void on(TicketsHandedOver handed, Recorded line) {
        if (isNews(line)) {
            tell(
                    line,
                    handed.agent(),
                    new NotificationStore.News(
                            NotificationKind.INHERITED,
                            handed.newest(),
                            null,
                            null,
                            null,
                            line.byKind(),
                            line.byId(),
                            line.at(),
                            handed.count(),
                            handed.fromAgent(),
                            null));
        }
    }

    void on(MessageReceived received, Recorded line) {
        if (received.agent() != null && isNews(line)) {
            tell(line, received.agent(), NotificationKind.CUSTOMER_ANSWERED, received.message());
        }
    }

    void on(DeliveryChanged changed, Recorded line) {
        if (changed.state() == DeliveryState.NOT_DELIVERED && isNews(line)) {
            store.writer(line.workspace(), changed.message())
                    .ifPresent(writer -> tell(line, writer, NotificationKind.NOT_DELIVERED, changed.message()));
        }
    }

    void on(TicketStatusChanged changed, Recorded line) {
        if (changed.from() == TicketStatus.POSTPONED && line.byKind() == Actor.Kind.CLOCK && isNews(line)) {
            tickets.byId(Actor.system(line.workspace()), changed.ticket())
                    .map(Ticket::assignee)
                    .ifPresent(owner -> tell(line, owner, NotificationKind.WOKE, null));
        }
    }

    /** A vote that is changed within its day tells nothing new: it stands in the same place. */
    void on(RatingGiven rating, Recorded line) {
        if (rating.agent() != null && line.byKind() == Actor.Kind.CUSTOMER && isNews(line)) {
            tell(line, rating.agent(), NotificationKind.RATED, rating.message());
        }
    }

    void on(RuleNoticed noticed, Recorded line) {
        if (isNews(line)) {
            tell(line, noticed.agent(), NotificationKind.RULE_NOTICED, null);
        }
    }

    /** Whoever may mend it. */
    void on(RuleBroke broke, Recorded line) {
        if (isNews(line)) {
            store.allowed(line.workspace(), Permission.RULES_MANAGE.stored())
                    .forEach(agent -> tell(
                            line,
                            agent,
                            new NotificationStore.News(
                                    NotificationKind.RULE_BROKE,
                                    null,
                                    broke.rule(),
                                    null,
                                    null,
                                    line.byKind(),
                                    line.byId(),
                                    line.at(),
                                    null,
                                    null,
                                    null)));
        }
    }

    /** Whoever leads it, or else whoever manages departments. */
    void on(DepartmentOverloaded overloaded, Recorded line) {
        if (isNews(line)) {
            List<UUID> leads = store.leads(line.workspace(), overloaded.department());
            List<UUID> told =
                    leads.isEmpty() ? store.allowed(line.workspace(), Permission.DEPARTMENTS_MANAGE.stored()) : leads;
            told.forEach(agent -> tell(
                    line,
                    agent,
                    new NotificationStore.News(
                            NotificationKind.TEAM_OVERLOADED,
                            null,
                            null,
                            overloaded.department(),
                            null,
                            line.byKind(),
                            line.byId(),
                            line.at(),
                            null,
                            null,
                            null)));
        }
    }

    void on(BadgeAwarded won, Recorded line) {
        if (!Boolean.TRUE.equals(won.quiet())) {
            prize(line, won.agent(), NotificationKind.BADGE_WON, won.badge());
        }
    }

    void on(BadgeLost lost, Recorded line) {
        if (!Boolean.TRUE.equals(lost.quiet())) {
            prize(line, lost.agent(), NotificationKind.BADGE_LOST, lost.badge());
        }
    }

    void on(LevelReached reached, Recorded line) {
        prize(line, reached.agent(), NotificationKind.LEVEL_REACHED, reached.level());
    }

    void on(KudosGiven given, Recorded line) {
        prize(line, given.agent(), NotificationKind.KUDOS_RECEIVED, given.kudos());
    }

    void on(QuestCompleted completed, Recorded line) {
        prize(line, completed.agent(), NotificationKind.QUEST_COMPLETED, completed.quest());
    }

    void on(QuestUndone undone, Recorded line) {
        prize(line, undone.agent(), NotificationKind.QUEST_UNDONE, undone.quest());
    }

    /** Whoever may approve it or hand it out. */
    void on(OrderPlaced placed, Recorded line) {
        if (isNews(line)) {
            store.allowed(line.workspace(), Permission.REWARDS_MANAGE.stored())
                    .forEach(agent -> prize(line, agent, NotificationKind.ORDER_PLACED, placed.order()));
        }
    }

    void on(OrderChanged changed, Recorded line) {
        prize(line, changed.agent(), NotificationKind.ORDER_CHANGED, changed.order());
    }

    void on(ContestOpened opened, Recorded line) {
        if (!Boolean.TRUE.equals(opened.quiet()) && isNews(line)) {
            Set<UUID> everybody = store.atWork(line.workspace());
            contests.participants(line.workspace(), opened.contest(), everybody)
                    .forEach(agent -> prize(line, agent, NotificationKind.CONTEST_OPENED, opened.contest()));
        }
    }

    void on(ContestWon won, Recorded line) {
        prize(line, won.agent(), NotificationKind.CONTEST_WON, won.contest());
    }

    /** Never of one's own comment: it is told to nobody who did it. */
    void on(WallCommented commented, Recorded line) {
        prize(line, commented.agent(), NotificationKind.WALL_COMMENTED, commented.entry());
    }

    void on(CoachingNoted noted, Recorded line) {
        prize(line, noted.agent(), NotificationKind.COACHED, noted.note());
    }

    void on(CoachingAnswered answered, Recorded line) {
        prize(line, answered.agent(), NotificationKind.COACHING_ANSWERED, answered.note());
    }

    /** A department's stands on its members' pages, and rings no bell. */
    void on(GoalSet set, Recorded line) {
        prize(line, set.agent(), NotificationKind.GOAL_SET, set.goal());
    }

    void on(PraiseGiven praise, Recorded line) {
        prize(line, praise.agent(), NotificationKind.PRAISED, praise.note());
    }

    /** What the game brings, while it is news. @param agent none where nobody is told @param id what it is about, by its id or slug */
    private void prize(Recorded line, @Nullable UUID agent, NotificationKind kind, Object id) {
        if (agent != null && isNews(line)) {
            tell(
                    line,
                    agent,
                    new NotificationStore.News(
                            kind,
                            null,
                            null,
                            null,
                            null,
                            line.byKind(),
                            line.byId(),
                            line.at(),
                            null,
                            null,
                            id.toString()));
        }
    }

    private boolean isNews(Recorded line) {
        return !line.imported() && line.at().isAfter(clock.instant().minus(NEWS_FOR));
    }

    private void tell(Recorded line, UUID agent, NotificationKind kind, @Nullable UUID message) {
        if (line.ticket() != null) {
            tell(
                    line,
                    agent,
                    new NotificationStore.News(
                            kind,
                            line.ticket(),
                            null,
                            null,
                            message,
                            line.byKind(),
                            line.byId(),
                            line.at(),
                            null,
                            null,
                            null));
        }
    }

    private void tell(Recorded line, UUID agent, NotificationStore.News news) {
        NotificationKind kind = news.kind();
        if (agent.equals(line.byId())) {
            return;
        }
        NotificationTaste taste = tastes.of(line.workspace(), agent);
        if (taste.muted().contains(kind)) {
            return;
        }
        Instant mailFrom =
                taste.mailed().contains(kind) ? line.at().plus(Duration.ofMinutes(taste.mailAfterMinutes())) : null;
        store.insert(line.workspace(), agent, news, mailFrom);
    }
}
