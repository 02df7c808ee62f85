package org.fourleaf.screens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fourleaf.boards.Standings;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.LogBell;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What screens show, reckoned once for all televisions that look at the same one, at most once a second. While one waits, its screen is
 * reckoned anew when something happened, again when that was counted, and every {@value #ANYWAY_SECONDS} seconds because time goes on;
 * while nobody looks, nothing is.
 */
@Component
class ScreenViews implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenViews.class);
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int ANYWAY_SECONDS = 10;
    /** Time for the rest of what is being written to arrive. */
    private static final Duration LINGER = Duration.ofMillis(60);
    /** One television more is answered at once, and asks again. */
    private static final int WAITING_MAX = 2_000;

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int DESKS_MAX = 10_000;
    private static final int TAG_LETTERS = 16;

    /** What a screen shows. @param tag names it: another as soon as it shows something else */
    record View(String tag, ScreenShowing.Shown shown) {}

    private final ScreenShowing showing;
    private final Standings standings;
    private final JsonMapper json;
    private final Semaphore chairs = new Semaphore(WAITING_MAX);
    /** By workspace, by screen. */
    private final Cache<UUID, Map<UUID, Watch>> desks = Caffeine.newBuilder()
            .expireAfterAccess(FORGOTTEN_AFTER)
            .maximumSize(DESKS_MAX)
            .build();

    private volatile boolean running;
    private volatile boolean stopped;

    ScreenViews(ScreenShowing showing, Standings standings, JsonMapper json, LogBell bell) {
        this.showing = showing;
        this.standings = standings;
        this.json = json;
        bell.onRing(workspace -> {
            Map<UUID, Watch> desk = desks.asMap().get(workspace);
            if (desk != null) {
                desk.values().forEach(Watch::ring);
            }
        });
    }

    /** As it was at most a second ago; none when there is no such screen. Call inside the workspace. */
    Optional<View> now(UUID workspace, UUID screen) {
        return watch(workspace, screen).now();
    }

    /** As soon as it shows something else than that tag, or when the time is up. Call inside the workspace, outside any transaction. */
    Optional<View> after(UUID workspace, UUID screen, String tag, Duration wait) {
        if (!chairs.tryAcquire()) {
            return now(workspace, screen);
        }
        try {
            return watch(workspace, screen).after(tag, wait);
        } finally {
            chairs.release();
        }
    }

    private Watch watch(UUID workspace, UUID screen) {
        return Objects.requireNonNull(desks.get(workspace, made -> new ConcurrentHashMap<>()))
                .computeIfAbsent(screen, made -> new Watch(workspace, screen));
    }

    /** One screen. Its state is guarded by itself; who asks while it is reckoned waits for that. */
    private final class Watch {

        private final UUID workspace;
        private final UUID screen;
        private final Semaphore rung = new Semaphore(0);
        private @Nullable View view;
        private boolean reckoned;
        private long reckonedAt;
        private @Nullable String counted;
        private int waiting;
        private boolean followed;
        private CompletableFuture<Boolean> change = new CompletableFuture<>();

        Watch(UUID workspace, UUID screen) {
            this.workspace = workspace;
            this.screen = screen;
        }

        void ring() {
            if (rung.availablePermits() == 0) {
                rung.release();
            }
        }

        synchronized Optional<View> now() {
            boolean old = !stopped && age().compareTo(PACE) >= 0;
            if (!reckoned || old) {
                reckon();
            }
            return Optional.ofNullable(view);
        }

        private Duration age() {
            return Duration.ofNanos(System.nanoTime() - reckonedAt);
        }

        private synchronized void reckon() {
            rung.drainPermits();
            // Read before, so that what is counted meanwhile is looked at again.
            String position = standings.position(workspace);
            View is = showing.of(workspace, screen)
                    .map(shown -> new View(tag(shown), shown))
                    .orElse(null);
            boolean same = Objects.equals(is == null ? null : is.tag, view == null ? null : view.tag);
            counted = position;
            view = is;
            reckoned = true;
            reckonedAt = System.nanoTime();
            if (!same) {
                tell();
            }
        }

        private synchronized void tell() {
            CompletableFuture<Boolean> told = change;
            change = new CompletableFuture<>();
            told.complete(true);
        }

        Optional<View> after(String tag, Duration wait) {
            CompletableFuture<Boolean> next;
            synchronized (this) {
                Optional<View> now = now();
                if (stopped || now.isEmpty() || !now.get().tag.equals(tag)) {
                    return now;
                }
                next = change;
                waiting++;
                if (!followed) {
                    followed = true;
                    Thread.ofVirtual().name("screen-" + screen).start(() -> Workspaces.run(workspace, this::follow));
                }
            }
            try {
                next.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Nothing else is shown, which is an answer too.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } finally {
                synchronized (this) {
                    waiting--;
                }
            }
            return now();
        }

        private void follow() {
            try {
                while (isWaitedFor()) {
                    boolean heard = rung.tryAcquire(PACE.toMillis(), TimeUnit.MILLISECONDS);
                    if (heard) {
                        Thread.sleep(longer(LINGER, PACE.minus(lastAge())));
                    }
                    look(heard);
                }
            } catch (InterruptedException e) {
                stopFollowing();
            }
        }

        private void look(boolean heard) {
            try {
                if (heard || isDue() || !Objects.equals(standings.position(workspace), lastCounted())) {
                    reckon();
                }
            } catch (RuntimeException e) {
                // Whoever waits is answered when their time is up, with what is wrong then.
                LOG.warn("A screen could not be reckoned and will be again: {}", e.toString());
            }
        }

        private synchronized boolean isWaitedFor() {
            followed = !stopped && waiting > 0;
            return followed;
        }

        private synchronized void stopFollowing() {
            followed = false;
        }

        private synchronized boolean isDue() {
            return age().toSeconds() >= ANYWAY_SECONDS;
        }

        private synchronized Duration lastAge() {
            return age();
        }

        private synchronized @Nullable String lastCounted() {
            return counted;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Of all that is seen: not of the moment, and of how long something waits only the minutes. */
    private String tag(ScreenShowing.Shown shown) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(shown.withoutTheMoment()));
            return HexFormat.of().formatHex(digest).substring(0, TAG_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void start() {
        running = true;
        stopped = false;
    }

    /** Lets go of who waits, before the web server that would wait for them. */
    @Override
    public void stop() {
        running = false;
        stopped = true;
        desks.asMap().values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .forEach(Watch::tell);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
