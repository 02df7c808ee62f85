package org.fourleaf.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fourleaf.demo.Cast.Member;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.platform.database.FreshPlans;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.ActivityWords;
import org.fourleaf.platform.log.PastLog;
import org.fourleaf.tickets.PastTicket;
import org.fourleaf.tickets.TicketImporting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a demonstration workspace in the background, some tickets a transaction together with how far it is: after a crash the next
 * start goes on where it stopped, with the same people, because chance is drawn from a stored seed.
 */
@Component
class DemoFilling {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFilling.class);

    private static final int STORIES_A_CHUNK = 100;
    private static final int LINES_A_STATEMENT = 1_000;
    private static final int FOR_THE_OWNER_MAX = 8;
    private static final Duration FOR_THE_OWNER_SINCE = Duration.ofDays(4);

    private final DemoStore store;
    private final CompanyReading reading;
    private final Stage stage;
    private final Furniture furniture;
    private final TicketImporting tickets;
    private final PastLog log;
    private final ActivityWords words;
    private final FreshPlans plans;
    private final DemoPromises promises;
    private final DemoOpinions opinions;
    private final DemoRules rules;
    private final DemoRewards rewards;
    private final DemoContests contests;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    DemoFilling(
            DemoStore store,
            CompanyReading reading,
            Stage stage,
            Furniture furniture,
            TicketImporting tickets,
            PastLog log,
            ActivityWords words,
            FreshPlans plans,
            DemoPromises promises,
            DemoOpinions opinions,
            DemoRules rules,
            DemoRewards rewards,
            DemoContests contests,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.stage = stage;
        this.furniture = furniture;
        this.tickets = tickets;
        this.log = log;
        this.words = words;
        this.plans = plans;
        this.promises = promises;
        this.opinions = opinions;
        this.rules = rules;
        this.rewards = rewards;
        this.contests = contests;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins, or goes on, once the caller's transaction is committed. */
    void begin(UUID workspace) {
        store.insert(workspace, workspace.getLeastSignificantBits(), clock.instant());
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            start(workspace);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                start(workspace);
            }
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOnAfterStart() {
        for (UUID workspace : store.demonstrations()) {
            boolean half = Workspaces.call(
                    workspace,
                    () -> Boolean.TRUE.equals(transaction.execute(status -> store.find(workspace)
                            .filter(demo -> demo.state() == DemoState.FILLING)
                            .isPresent())));
            if (half) {
                start(workspace);
            }
        }
    }

    private void start(UUID workspace) {
        if (running.add(workspace)) {
            Thread.ofVirtual().name("demo-filling").start(() -> {
                try {
                    Workspaces.run(workspace, () -> fill(workspace));
                } catch (RuntimeException e) {
                    LOG.error("The demonstration could not be filled; it goes on at the next start", e);
                } finally {
                    running.remove(workspace);
                }
            });
        }
    }

    /** Called inside the workspace. */
    void fill(UUID workspace) {
        Instant began = clock.instant();
        DemoStore.Demo demo = Objects.requireNonNull(
                transaction.execute(status -> store.find(workspace).orElseThrow()));
        Actor owner = Objects.requireNonNull(
                transaction.execute(status -> store.owner(workspace).orElseThrow()));
        // Nobody here did it: the facts name the agents who did.
        Actor by = Actor.imports(workspace, workspace);
        Chance chance = new Chance(demo.seed());
        Company company = reading.read();
        Map<String, Blobs.Blob> files = stage.store(workspace, company);
        Chance people = chance.apart();
        Optional<Cast> set =
                Objects.requireNonNull(transaction.execute(status -> set(by, owner, company, demo, files, people)));
        if (set.isEmpty()) {
            return;
        }
        Cast cast = set.get();
        List<Season.Arrival> arrivals = new Season(company, demo.now(), chance.apart()).arrivals();
        int done = play(by, demo, cast, company, arrivals);
        if (done == arrivals.size()) {
            finish(by, cast, demo);
            LOG.info(
                    "The demonstration has {} tickets, after {} s",
                    done,
                    Duration.between(began, clock.instant()).toSeconds());
        }
    }

    /** None when a removal has begun, which this waits for and sees. */
    private Optional<Cast> set(
            Actor by, Actor owner, Company company, DemoStore.Demo demo, Map<String, Blobs.Blob> files, Chance people) {
        if (!store.advance(by.workspace(), demo.done(), demo.done(), demo.total())) {
            return Optional.empty();
        }
        Cast cast = stage.set(by, company, owner, files, demo.now(), people);
        stage.welcome(by, owner);
        furniture.arrange(by, cast);
        return Optional.of(cast);
    }

    /** @return how many arrivals have been played, fewer than all when somebody else is playing them */
    private int play(Actor by, DemoStore.Demo demo, Cast cast, Company company, List<Season.Arrival> arrivals) {
        int done = demo.done();
        while (done < arrivals.size()) {
            int from = done;
            int to = Math.min(from + STORIES_A_CHUNK, arrivals.size());
            List<Story> stories = stories(cast, company, arrivals.subList(from, to), demo.now());
            boolean mine = Boolean.TRUE.equals(transaction.execute(status -> {
                boolean advanced = store.advance(by.workspace(), from, to, arrivals.size());
                if (advanced) {
                    plans.fromHere();
                    save(by, stories);
                }
                return advanced;
            }));
            if (!mine) {
                return from;
            }
            done = to;
        }
        return done;
    }

    private static List<Story> stories(Cast cast, Company company, List<Season.Arrival> arrivals, Instant now) {
        List<Story> stories = new ArrayList<>();
        int given = 0;
        for (Season.Arrival arrival : arrivals) {
            Story story = new Story(
                    cast,
                    company,
                    arrival.script(),
                    Objects.requireNonNull(cast.people().get(arrival.client().key())),
                    arrival.at(),
                    now,
                    arrival.chance());
            if (story.play()) {
                boolean recent = story.start().isAfter(now.minus(FOR_THE_OWNER_SINCE));
                if (recent && story.isWaiting() && given < FOR_THE_OWNER_MAX && given % 2 == stories.size() % 2) {
                    story.giveTo(cast.host());
                    given++;
                }
                stories.add(story);
            }
        }
        return stories;
    }

    private void save(Actor by, List<Story> stories) {
        List<PastLog.Line> lines = new ArrayList<>();
        for (Story story : stories) {
            words.keep(by.workspace(), story.diary().words());
            lines.addAll(story.diary().lines());
        }
        write(by, lines);
        List<PastTicket> told = stories.stream().map(Story::ticket).toList();
        tickets.add(by, told);
    }

    /** Who was at work when, and that all is told. */
    private void finish(Actor by, Cast cast, DemoStore.Demo demo) {
        transaction.executeWithoutResult(status -> {
            if (store.find(by.workspace()).orElseThrow().state() == DemoState.FILLING) {
                cast.members().forEach(member -> write(by, presence(member, demo.now())));
                promises.make(by);
                opinions.make(by);
                rules.make(by);
                rewards.make(by, cast);
                contests.make(by);
                store.become(by.workspace(), DemoState.READY);
            }
        });
    }

    private static List<PastLog.Line> presence(Member member, Instant now) {
        List<PastLog.Line> lines = new ArrayList<>();
        for (Rota.Day day : member.rota().days()) {
            lines.add(state(member, day.from(), "online", null));
            for (Rota.Pause pause : day.pauses()) {
                lines.add(state(member, pause.from(), "paused", pause.reason()));
                lines.add(state(member, pause.to(), "online", null));
            }
            lines.add(state(member, day.to(), "offline", null));
        }
        lines.removeIf(line -> line.at().isAfter(now));
        return lines;
    }

    private static PastLog.Line state(Member member, Instant at, String state, @Nullable String reason) {
        var facts = Diary.facts().put("state", state);
        if (reason != null) {
            facts.put("reason", reason);
        }
        return new PastLog.Line(
                at, ActivityKind.PRESENCE_CHANGED, null, member.id(), null, null, null, null, facts.toString());
    }

    private void write(Actor by, List<PastLog.Line> lines) {
        for (int from = 0; from < lines.size(); from += LINES_A_STATEMENT) {
            log.write(by, lines.subList(from, Math.min(from + LINES_A_STATEMENT, lines.size())));
        }
    }
}
