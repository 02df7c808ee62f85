package org.fourleaf.reports;

import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many agents a queue needs, by Erlang C, over HTTP. */
@RestController
@RequestMapping("/api/v1/staffing")
class StaffingController {

    private static final double SECONDS_MAX = 1_000_000;
    private static final double GOAL_MAX = 0.9999;
    private static final double SHRINKAGE_MAX = 0.9;

    /** The queue with these agents. @param agentsWithShrinkage on the rota, where some are away */
    record Staffing(
            double trafficErlang,
            int agents,
            int agentsWithShrinkage,
            double occupancy,
            double pWait,
            double pImmediate,
            double serviceLevel,
            double asaSeconds,
            String formula) {}

    /**
     * @param calls that come in the interval
     * @param agents whose queue is told; when not said, the fewest that reach the goal
     * @param serviceLevelGoal from 0 to 0.9999, like {@code maxOccupancy} to 1 and {@code shrinkage} to 0.9
     */
    @GetMapping
    Staffing staff(
            Actor by,
            @RequestParam double calls,
            @RequestParam(name = "aht_seconds") double ahtSeconds,
            @RequestParam(name = "interval_seconds", defaultValue = "3600") double intervalSeconds,
            @RequestParam(name = "target_seconds", defaultValue = "20") double targetSeconds,
            @RequestParam(required = false) @Nullable Integer agents,
            @RequestParam(name = "service_level_goal", defaultValue = "0.8") double serviceLevelGoal,
            @RequestParam(name = "max_occupancy", defaultValue = "1") double maxOccupancy,
            @RequestParam(defaultValue = "0") double shrinkage) {
        within("calls", calls, 0, SECONDS_MAX);
        within("aht_seconds", ahtSeconds, 0, SECONDS_MAX);
        within("interval_seconds", intervalSeconds, 1, SECONDS_MAX);
        within("target_seconds", targetSeconds, 0, SECONDS_MAX);
        within("service_level_goal", serviceLevelGoal, 0, GOAL_MAX);
        within("max_occupancy", maxOccupancy, 0.01, 1);
        within("shrinkage", shrinkage, 0, SHRINKAGE_MAX);
        ErlangC.Demand demand = new ErlangC.Demand(calls, intervalSeconds, ahtSeconds, targetSeconds);
        within("calls", demand.traffic(), 0, ErlangC.TRAFFIC_MAX);
        ErlangC queue;
        if (agents == null) {
            queue = ErlangC.fewest(demand, serviceLevelGoal, maxOccupancy);
        } else {
            within("agents", agents, 1, ErlangC.AGENTS_MAX);
            if (!ErlangC.isStable(demand, agents)) {
                throw Refusal.invalid(
                        "agents",
                        "There must be more agents than the traffic of " + demand.traffic()
                                + " erlangs: with fewer the queue grows for ever.");
            }
            queue = ErlangC.of(demand, agents);
        }
        return new Staffing(
                queue.traffic(),
                queue.agents(),
                ErlangC.withShrinkage(queue.agents(), shrinkage),
                queue.occupancy(),
                queue.pWait(),
                1 - queue.pWait(),
                queue.serviceLevel(),
                queue.asaSeconds(),
                "Erlang C: traffic a = calls * handling / interval; P(wait) = B / (1 - (a / n) (1 - B));"
                        + " service level = 1 - P(wait) * e^(-(n - a) * target / handling)");
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw Refusal.malformed(name, "This must be from " + least + " to " + most + ".");
        }
    }
}
