package org.fourleaf.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells of departments that are over their limit. Where nobody is there to clear anything, as at night, that is no news. */
@Component
class OverloadWatch {

    /** So that who comes and goes at noon does not ring the bell each time, and every morning does. */
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(20);

    private final Departments departments;
    private final WorkloadStore store;
    private final WorkloadReckoning reckoning;
    private final Log log;
    private final Clock clock;

    OverloadWatch(Departments departments, WorkloadStore store, WorkloadReckoning reckoning, Log log, Clock clock) {
        this.departments = departments;
        this.store = store;
        this.reckoning = reckoning;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    public void look(Actor by) {
        Instant now = clock.instant();
        departments.all(by).stream()
                .map(department -> reckoning.of(by, department))
                .filter(load -> load.overloaded() && load.present() > 0)
                .filter(load -> store.mayTell(by.workspace(), load.department().id(), now, now.minus(TOLD_AGAIN_AFTER)))
                .forEach(load -> log.write(
                        by,
                        new DepartmentOverloaded(
                                load.department().id(),
                                load.backlog(),
                                load.clearsPerDay() == null ? 0 : load.clearsPerDay(),
                                load.present())));
    }
}
