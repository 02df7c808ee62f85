package org.fourleaf.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.fourleaf.customers.CustomerImporting;
import org.fourleaf.customers.CustomerImporting.Known;
import org.fourleaf.imports.ImportKeyStore.Claim;
import org.fourleaf.imports.ImportKeyStore.Kind;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.log.ActivityWords;
import org.fourleaf.platform.log.PastLog;
import org.fourleaf.tickets.TicketImporting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lines that are activities: a company's history, into the log as if it had happened here, but nothing reacts to it. Immutable: a known
 * outside id is unchanged, whatever its line says now. Tickets and customers that are not here are promised an id, which is theirs
 * when they come.
 */
@Component
class ActivityIntake implements Intake {

    private final ImportKeyStore keys;
    private final CustomerImporting customers;
    private final TicketImporting tickets;
    private final ActivityWords words;
    private final PastLog log;
    private final Clock clock;

    ActivityIntake(
            ImportKeyStore keys,
            CustomerImporting customers,
            TicketImporting tickets,
            ActivityWords words,
            PastLog log,
            Clock clock) {
        this.keys = keys;
        this.customers = customers;
        this.tickets = tickets;
        this.words = words;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ACTIVITIES;
    }

    @Override
    public Runnable prepare(Actor by, Names names, List<Line> chunk, Tally tally) {
        List<Read<ActivityLine>> good = Intake.read(chunk, tally, line -> ActivityLine.read(line, names, clock));
        List<ActivityLine> lines = good.stream().map(Read::value).toList();
        return () -> write(by, lines, tally);
    }

    private void write(Actor by, List<ActivityLine> lines, Tally tally) {
        Map<String, Known> people = people(by, lines);
        Map<String, UUID> ticketIds = tickets(by, lines);
        List<String> foreign = lines.stream()
                .map(ActivityLine::externalId)
                .filter(id -> !ActivityId.isOf(by.workspace(), id))
                .toList();
        Set<String> fresh = keys.claimNew(by.workspace(), Kind.ACTIVITY, foreign, Objects.requireNonNull(by.id()));
        List<PastLog.Line> written = new ArrayList<>(fresh.size());
        List<ActivityWords.Words> said = new ArrayList<>();
        for (ActivityLine line : lines) {
            if (fresh.contains(line.externalId())) {
                Known customer = line.customer() == null ? null : people.get(line.customer());
                if (line.hasWords()) {
                    UUID id = Ids.at(line.at());
                    line.facts().put(ActivityWords.FACT, id.toString());
                    said.add(new ActivityWords.Words(
                            id, customer == null ? null : customer.id(), line.number(), line.comment()));
                }
                written.add(line(line, ticketIds, customer));
            }
        }
        words.keep(by.workspace(), said);
        log.write(by, written);
        tally.imported(written.size());
        tally.unchanged(lines.size() - written.size());
    }

    private static PastLog.Line line(ActivityLine line, Map<String, UUID> ticketIds, @Nullable Known customer) {
        return new PastLog.Line(
                line.at(),
                line.kind(),
                line.ticket() == null ? null : ticketIds.get(line.ticket()),
                line.agent(),
                customer == null ? null : customer.id(),
                customer == null ? null : customer.company(),
                line.department(),
                line.channel() == null ? null : line.channel().code(),
                line.facts().toString());
    }

    private Map<String, Known> people(Actor by, List<ActivityLine> lines) {
        Set<String> addresses = new TreeSet<>();
        for (ActivityLine line : lines) {
            if (line.customer() != null) {
                addresses.add(line.customer());
            }
        }
        Map<String, Known> known = new HashMap<>(customers.byAddress(by, addresses));
        List<Claim> strangers = addresses.stream()
                .filter(address -> !known.containsKey(address))
                .map(address -> new Claim(address, Ids.next(), null))
                .toList();
        keys.promise(by.workspace(), Kind.ADDRESS, strangers)
                .forEach((address, id) -> known.put(address, new Known(id, address, null)));
        return known;
    }

    /** A promised ticket's id sorts where the first activity that names it happened. */
    private Map<String, UUID> tickets(Actor by, List<ActivityLine> lines) {
        Map<String, Instant> firstAt = new TreeMap<>();
        for (ActivityLine line : lines) {
            if (line.ticket() != null) {
                firstAt.merge(line.ticket(), line.at(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        Map<String, UUID> ids = new HashMap<>(keys.ids(by.workspace(), Kind.TICKET, firstAt.keySet()));
        firstAt.keySet().removeAll(ids.keySet());
        ids.putAll(tickets.byCodes(by, firstAt.keySet()));
        firstAt.keySet().removeAll(ids.keySet());
        List<Claim> missing = firstAt.entrySet().stream()
                .map(entry -> new Claim(entry.getKey(), Ids.at(entry.getValue()), null))
                .toList();
        ids.putAll(keys.promise(by.workspace(), Kind.TICKET, missing));
        return ids;
    }
}
