package org.fourleaf.coins;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an agent has, and spending it: in the transaction that makes what it is spent on, the agent's balance held until it ends. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Purse {

    private final CoinStore store;
    private final Log log;
    private final Clock clock;

    Purse(CoinStore store, Log log, Clock clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    public long balance(Actor by, UUID agent) {
        return store.balance(by.workspace(), agent);
    }

    /** @throws Refusal conflict when the agent has fewer */
    public void pay(Actor by, UUID agent, int coins, UUID order) {
        if (coins == 0) {
            return;
        }
        mustHold(by, agent, coins);
        add(by, agent, CoinEntry.ORDER, -coins, ActivityKind.ORDER_PLACED, order);
    }

    /** What was paid for an order; a second time it changes nothing. */
    public void giveBack(Actor by, UUID agent, int coins, UUID order) {
        if (coins != 0) {
            add(by, agent, CoinEntry.REFUND, coins, ActivityKind.ORDER_CHANGED, order);
        }
    }

    /**
     * Somebody gives coins by hand, or below zero takes them.
     *
     * @throws Refusal conflict when more would be taken than there is
     */
    public void grant(Actor by, UUID agent, int coins, String reason) {
        granted(by, agent, coins, reason);
    }

    CoinEntry granted(Actor by, UUID agent, int coins, String reason) {
        if (coins < 0) {
            mustHold(by, agent, -coins);
        }
        CoinEntry entry = new CoinEntry(
                Ids.next(),
                agent,
                CoinEntry.GRANT,
                coins,
                clock.instant(),
                ActivityKind.COINS_GRANTED,
                null,
                null,
                null,
                by.isAgent() ? by.id() : null,
                reason);
        store.add(by.workspace(), List.of(entry));
        log.write(by, new CoinsGranted(agent, entry.id(), coins));
        return entry;
    }

    /** @throws Refusal conflict when the agent has fewer */
    private void mustHold(Actor by, UUID agent, int coins) {
        if (!store.holds(by.workspace(), agent, coins)) {
            throw Refusal.conflict(
                    "not-enough-coins",
                    "This takes " + coins + " coins; there are " + store.balance(by.workspace(), agent) + ".");
        }
    }

    private void add(Actor by, UUID agent, String rule, int coins, ActivityKind kind, UUID order) {
        store.add(
                by.workspace(),
                List.of(new CoinEntry(
                        Ids.next(), agent, rule, coins, clock.instant(), kind, null, order, null, null, null)));
    }
}
