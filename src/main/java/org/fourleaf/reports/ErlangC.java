package org.fourleaf.reports;

/**
 * A queue whose contacts come at random, wait until somebody is free, and give up never: A. K. Erlang's delay formula (1917), by the
 * recursion B(n) = a B(n-1) / (n + a B(n-1)) and C = B / (1 - (a / n) (1 - B)).
 *
 * @param traffic offered, in erlangs: contacts times handling time over the interval
 * @param occupancy the share of their time agents are at work on contacts
 * @param pWait how likely one waits at all
 * @param serviceLevel the share answered within the target
 * @param asaSeconds the mean wait
 */
record ErlangC(double traffic, int agents, double occupancy, double pWait, double serviceLevel, double asaSeconds) {

    static final int AGENTS_MAX = 10_000;
    static final double TRAFFIC_MAX = 5_000;

    /** What comes in. @param targetSeconds within which an answer is in time */
    record Demand(double contacts, double intervalSeconds, double handlingSeconds, double targetSeconds) {

        double traffic() {
            return contacts * handlingSeconds / intervalSeconds;
        }
    }

    /** With no more agents than traffic the queue grows for ever: everybody waits, for nobody knows how long. */
    static boolean isStable(Demand demand, int agents) {
        return agents > demand.traffic();
    }

    static ErlangC of(Demand demand, int agents) {
        double traffic = demand.traffic();
        if (!isStable(demand, agents)) {
            throw new IllegalArgumentException("agents must exceed the traffic");
        }
        double blocked = 1;
        for (int n = 1; n <= agents; n++) {
            blocked = traffic * blocked / (n + traffic * blocked);
        }
        double occupancy = traffic / agents;
        double waits = blocked / (1 - occupancy * (1 - blocked));
        double handling = demand.handlingSeconds();
        return new ErlangC(
                traffic,
                agents,
                occupancy,
                waits,
                handling == 0 ? 1 : 1 - waits * Math.exp(-(agents - traffic) * demand.targetSeconds() / handling),
                waits * handling / (agents - traffic));
    }

    /**
     * The fewest agents with whom so large a share is answered in time and nobody is busier than allowed.
     *
     * @param goal of the service level, below 1
     * @param occupancyMax up to 1
     */
    static ErlangC fewest(Demand demand, double goal, double occupancyMax) {
        int agents = Math.max(1, (int) Math.floor(demand.traffic()) + 1);
        while (true) {
            ErlangC queue = of(demand, agents);
            if (queue.serviceLevel >= goal && queue.occupancy <= occupancyMax) {
                return queue;
            }
            agents++;
        }
    }

    /** How many must be on the rota when so large a share of them is away at any time. */
    static int withShrinkage(int agents, double shrinkage) {
        return (int) Math.ceil(agents / (1 - shrinkage) - 1e-9);
    }
}
