package org.fourleaf.badges;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.game.Days;
import org.fourleaf.game.GameCalendar;
import org.fourleaf.game.GameSetting;
import org.fourleaf.game.GameSettings;
import org.fourleaf.game.Score;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays a past: writes down who would have held each badge on days before it was first evaluated here. Nobody is told and nothing is
 * paid; what a night awarded stays as it is; playing the same days again gives the same awards, each once. Luck is not played.
 */
@Component
@Transactional
class BadgePlaying {

    static final int DAYS_MAX = 400;

    private static final int TOLD_MAX = 20;

    private final BadgePlayStore plays;
    private final BadgeStore badges;
    private final AwardStore awards;
    private final GameSettings settings;
    private final GameCalendar calendar;
    private final BadgeScoring scoring;
    private final Log log;
    private final Clock clock;

    BadgePlaying(
            BadgePlayStore plays,
            BadgeStore badges,
            AwardStore awards,
            GameSettings settings,
            GameCalendar calendar,
            BadgeScoring scoring,
            Log log,
            Clock clock) {
        this.plays = plays;
        this.badges = badges;
        this.awards = awards;
        this.settings = settings;
        this.calendar = calendar;
        this.scoring = scoring;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<BadgePlay> latest(Actor by) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        return plays.latest(by.workspace(), TOLD_MAX);
    }

    /**
     * @param from the first evaluation day, to another that is not in it
     * @param wanted ids of badges; none for all
     * @throws Refusal malformed days, not found badges, conflict while another past is played
     */
    BadgePlay begin(Actor by, LocalDate from, LocalDate to, @Nullable Collection<String> wanted) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        check(from, to, calendar.today(by.workspace()));
        Map<String, Badge> known = new HashMap<>();
        List<String> all = new ArrayList<>();
        badges.all(by.workspace()).stream().filter(BadgePlaying::isPlayed).forEach(badge -> {
            known.put(badge.id(), badge);
            all.add(badge.id());
        });
        if (wanted != null && !known.keySet().containsAll(wanted)) {
            throw Refusal.invalid("/badges", "Ids of badges that are on, and not drawn.");
        }
        List<String> these =
                wanted == null ? all : all.stream().filter(wanted::contains).toList();
        BadgePlay play = new BadgePlay(Ids.next(), from, to, these, 0, 0, clock.instant(), null);
        if (!plays.insert(by.workspace(), play, by.id())) {
            throw Refusal.conflict("play-under-way", "A past is being played: wait until that has ended.");
        }
        log.write(by, new BadgesPlayed(from.toString(), to.toString(), these.size()));
        return play;
    }

    private static void check(LocalDate from, LocalDate to, LocalDate today) {
        if (!from.isBefore(to) || from.plusDays(DAYS_MAX).isBefore(to)) {
            throw Refusal.malformed("/to", "After from, by at most " + DAYS_MAX + " days.");
        }
        if (from.getYear() <= Days.BEGINNING.getYear()) {
            throw Refusal.malformed("/from", "From the year 2001 on.");
        }
        if (to.isAfter(today.plusDays(1))) {
            throw Refusal.malformed("/to", "The past ends today.");
        }
    }

    private static boolean isPlayed(Badge badge) {
        return badge.active() && badge.kind() != BadgeKind.RANDOM;
    }

    /** The next badge. @return whether there may be another one at once */
    boolean step(Actor by) {
        BadgePlay play = plays.take(by.workspace()).orElse(null);
        if (play == null) {
            return false;
        }
        if (play.done() == play.badges().size()) {
            plays.end(by.workspace(), play.id(), clock.instant());
            return false;
        }
        int written = badges.find(by.workspace(), play.badges().get(play.done()))
                .filter(BadgePlaying::isPlayed)
                .map(badge -> play(by, badge, play.from(), play.to()))
                .orElse(0);
        plays.proceed(by.workspace(), play.id(), written);
        return true;
    }

    private int play(Actor by, Badge badge, LocalDate from, LocalDate to) {
        LocalDate begun = settings.find(by.workspace()).map(GameSetting::begun).orElse(to);
        LocalDate firstNight = (badge.made().isAfter(begun) ? badge.made() : begun).plusDays(1);
        LocalDate end = to.isBefore(firstNight) ? to : firstNight;
        if (!from.isBefore(end)) {
            return 0;
        }
        List<LocalDate> these = from.datesUntil(end).toList();
        List<Ranking> rankings = scoring.rankings(by, badge, these);
        return badge.kind() == BadgeKind.EARNED
                ? earned(by, badge, these, rankings)
                : held(by, badge, these, rankings, end);
    }

    private int held(Actor by, Badge badge, List<LocalDate> these, List<Ranking> rankings, LocalDate end) {
        LocalDate from = these.getFirst();
        List<Award> touched = awards.played(by.workspace(), badge.id()).stream()
                .filter(award -> !award.since().isAfter(end) && !until(award).isBefore(from))
                .toList();
        List<Award> spans = new ArrayList<>();
        for (Award award : touched) {
            if (award.since().isBefore(from)) {
                spans.add(between(award, award.since(), earlier(until(award), from)));
            }
        }
        Map<UUID, Award> running = new HashMap<>();
        for (int i = 0; i < these.size(); i++) {
            Set<UUID> now = new HashSet<>();
            for (Score holder : rankings.get(i).holders()) {
                now.add(holder.agent());
                running.putIfAbsent(
                        holder.agent(),
                        new Award(
                                Ids.next(),
                                badge.id(),
                                holder.agent(),
                                null,
                                these.get(i),
                                null,
                                holder.value(),
                                holder.sample(),
                                true));
            }
            LocalDate day = these.get(i);
            running.values().removeIf(award -> {
                boolean over = !now.contains(award.agent());
                if (over) {
                    spans.add(between(award, award.since(), day));
                }
                return over;
            });
        }
        running.values().forEach(award -> spans.add(between(award, award.since(), end)));
        for (Award award : touched) {
            if (until(award).isAfter(end)) {
                spans.add(between(award, award.since().isBefore(end) ? end : award.since(), until(award)));
            }
        }
        List<Award> joined = joined(spans);
        awards.deletePlayed(by.workspace(), touched.stream().map(Award::id).toList());
        joined.forEach(award -> awards.insert(by.workspace(), award));
        return Math.toIntExact(
                joined.stream().filter(award -> !award.since().isBefore(from)).count());
    }

    /** What ends for somebody where it begins again is one. */
    private static List<Award> joined(List<Award> spans) {
        List<Award> joined = new ArrayList<>();
        Map<UUID, Integer> last = new HashMap<>();
        spans.stream().sorted(Comparator.comparing(Award::since)).forEach(span -> {
            Integer place = last.get(span.agent());
            if (place != null && !until(joined.get(place)).isBefore(span.since())) {
                joined.set(place, between(joined.get(place), joined.get(place).since(), until(span)));
            } else {
                last.put(span.agent(), joined.size());
                joined.add(span);
            }
        });
        return joined;
    }

    private int earned(Actor by, Badge badge, List<LocalDate> these, List<Ranking> rankings) {
        Map<UUID, Map<Tier, Award>> had = new HashMap<>();
        awards.held(by.workspace(), badge.id()).forEach(award -> {
            if (award.tier() != null) {
                had.computeIfAbsent(award.agent(), made -> new HashMap<>()).put(award.tier(), award);
            }
        });
        int written = 0;
        for (int i = 0; i < these.size(); i++) {
            for (Score score : rankings.get(i).ranked()) {
                Map<Tier, Award> theirs = had.computeIfAbsent(score.agent(), made -> new HashMap<>());
                for (Map.Entry<Tier, Double> tier : badge.tiers().entrySet()) {
                    Award before = theirs.get(tier.getKey());
                    boolean earlier =
                            before == null || (before.played() && before.since().isAfter(these.get(i)));
                    if (earlier && badge.reaches(score.value(), tier.getValue())) {
                        Award award = new Award(
                                Ids.next(),
                                badge.id(),
                                score.agent(),
                                tier.getKey(),
                                these.get(i),
                                null,
                                score.value(),
                                score.sample(),
                                true);
                        if (before != null) {
                            awards.deletePlayed(by.workspace(), List.of(before.id()));
                        }
                        awards.insert(by.workspace(), award);
                        theirs.put(tier.getKey(), award);
                        written++;
                    }
                }
            }
        }
        return written;
    }

    private static LocalDate until(Award award) {
        return award.until() == null ? LocalDate.MAX : award.until();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Award between(Award award, LocalDate since, LocalDate until) {
        return new Award(
                Ids.next(),
                award.badge(),
                award.agent(),
                award.tier(),
                since,
                until,
                award.value(),
                award.sample(),
                award.played());
    }
}
