package org.fourleaf.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.customers.CustomerImporting;
import org.fourleaf.customers.CustomerImporting.Arriving;
import org.fourleaf.customers.CustomerImporting.Known;
import org.fourleaf.imports.ImportKeyStore.Claim;
import org.fourleaf.imports.ImportKeyStore.Claimed;
import org.fourleaf.imports.ImportKeyStore.Kind;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.tickets.PastTicket;
import org.fourleaf.tickets.TicketImporting;
import org.springframework.stereotype.Component;

/** Lines that are tickets with their messages. Customers are found by address or added. */
@Component
class TicketIntake implements Intake {

    private final ImportKeyStore keys;
    private final CustomerImporting customers;
    private final TicketImporting tickets;
    private final Clock clock;

    TicketIntake(ImportKeyStore keys, CustomerImporting customers, TicketImporting tickets, Clock clock) {
        this.keys = keys;
        this.customers = customers;
        this.tickets = tickets;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.TICKETS;
    }

    @Override
    public Runnable prepare(Actor by, Names names, List<Line> chunk, Tally tally) {
        List<Read<TicketLine>> wanted = Intake.read(chunk, tally, line -> TicketLine.read(line.fields(), names, clock));
        return () -> write(by, wanted, tally);
    }

    private void write(Actor by, List<Read<TicketLine>> wanted, Tally tally) {
        Map<String, Known> known = customers(by, wanted);
        Map<String, UUID> born = tickets.byCodes(
                by, wanted.stream().map(read -> read.line().externalId()).toList());
        List<Claim> claims = new ArrayList<>();
        for (Read<TicketLine> read : wanted) {
            String externalId = read.line().externalId();
            UUID id = born.getOrDefault(externalId, read.value().ticket().id());
            claims.add(new Claim(externalId, id, read.line().fingerprint()));
        }
        Map<String, Claimed> claimed = keys.claim(by.workspace(), Kind.TICKET, claims);
        List<PastTicket> arriving = new ArrayList<>();
        for (Read<TicketLine> read : wanted) {
            Claimed key = Objects.requireNonNull(claimed.get(read.line().externalId()));
            PastTicket ticket = read.value()
                    .of(key.id(), Objects.requireNonNull(known.get(read.value().customerEmail())));
            switch (key.standing()) {
                case UNCHANGED -> tally.unchanged(1);
                case CHANGED -> {
                    tickets.change(by, ticket);
                    tally.imported(1);
                }
                case NEW -> {
                    // A ticket of this desk that comes back from its own export is here already.
                    boolean isHere = key.id().equals(born.get(read.line().externalId()));
                    if (!isHere) {
                        arriving.add(ticket);
                    }
                    tally.imported(isHere ? 0 : 1);
                    tally.unchanged(isHere ? 1 : 0);
                }
            }
        }
        tickets.add(by, arriving);
    }

    private Map<String, Known> customers(Actor by, List<Read<TicketLine>> wanted) {
        Map<String, String> names = new HashMap<>();
        for (Read<TicketLine> read : wanted) {
            names.merge(
                    read.value().customerEmail(),
                    Objects.requireNonNullElse(read.value().customerName(), ""),
                    (one, other) -> one.isEmpty() ? other : one);
        }
        Map<String, UUID> promised = keys.ids(by.workspace(), Kind.ADDRESS, names.keySet());
        Map<String, Arriving> arriving = new HashMap<>();
        names.forEach((email, name) -> arriving.put(
                email, Arriving.named(promised.getOrDefault(email, Ids.next()), email, name.isEmpty() ? null : name)));
        return customers.findOrAdd(by, arriving);
    }
}
