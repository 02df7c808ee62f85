package org.fourleaf.tickets;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.live.LiveEvent;
import org.fourleaf.platform.live.LiveStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live stream of one browser, by what its agent may see. */
@RestController
class StreamController {

    /** A change of memberships reaches open streams within this time. */
    private static final long SIGHT_NANOS = Duration.ofSeconds(30).toNanos();

    private record Seen(DepartmentSight sight, long at) {}

    private final LiveStreams streams;
    private final Departments departments;

    StreamController(LiveStreams streams, Departments departments) {
        this.streams = streams;
        this.departments = departments;
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            Actor by, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return ResponseEntity.ok()
                .header("X-Accel-Buffering", "no")
                .header("Cache-Control", "no-store")
                .body(streams.open(by, maySee(by), lastEventId));
    }

    private Predicate<LiveEvent> maySee(Actor by) {
        AtomicReference<Seen> seen = new AtomicReference<>(new Seen(departments.seenBy(by), System.nanoTime()));
        return event -> {
            if (event.department() == null) {
                return true;
            }
            Seen last = Objects.requireNonNull(seen.get());
            if (System.nanoTime() - last.at > SIGHT_NANOS) {
                last = new Seen(Workspaces.call(by.workspace(), () -> departments.seenBy(by)), System.nanoTime());
                seen.set(last);
            }
            return last.sight.sees(event.department());
        };
    }
}
