package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.customers.Customer;
import org.fourleaf.customers.Customers;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one ticket of two, and two again. The source keeps its status and leaves every list and count; its messages, files, tags and
 * people join the target, whose status stays as it is. Undoing gives back exactly what came; what was written since stays in the target.
 */
@Component
@Transactional
public class TicketMerging {

    private final Tickets tickets;
    private final TicketStore store;
    private final MergeStore merges;
    private final MessageStore messages;
    private final DraftStore drafts;
    private final TagStore tags;
    private final Participants participants;
    private final Customers customers;
    private final Log log;
    private final Clock clock;

    TicketMerging(
            Tickets tickets,
            TicketStore store,
            MergeStore merges,
            MessageStore messages,
            DraftStore drafts,
            TagStore tags,
            Participants participants,
            Customers customers,
            Log log,
            Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.merges = merges;
        this.messages = messages;
        this.drafts = drafts;
        this.tags = tags;
        this.participants = participants;
        this.customers = customers;
        this.log = log;
        this.clock = clock;
    }

    /** Once more into the same ticket changes nothing. @throws Refusal invalid at {@code /into} for a target that is none */
    public void merge(Actor by, String code, String into) {
        by.mustHave(Permission.TICKETS_REPLY);
        Ticket wanted = tickets.readable(by, code);
        Ticket seen = tickets.found(by, into)
                .orElseThrow(() -> Refusal.invalid("/into", "There is no ticket with this code."));
        if (seen.id().equals(wanted.id())) {
            throw Refusal.invalid("/into", "A ticket can't be merged into itself.");
        }
        Tickets.Pair pair = tickets.lockBoth(by, wanted.id(), seen.id());
        Ticket source = pair.one();
        Ticket target = pair.other();
        tickets.mustSee(by, source);
        if (!tickets.mayRead(by, target)) {
            throw Refusal.invalid("/into", "There is no ticket with this code.");
        }
        if (target.id().equals(source.mergedInto())) {
            return;
        }
        source.checkCanMergeInto(target);
        if (merges.into(by.workspace(), source.id()) > 0) {
            throw Refusal.conflict(
                    "has-merged", "Other tickets were merged into this one; merge the other way round, or undo those.");
        }
        join(by, source, target);
    }

    /** @throws Refusal conflict for a ticket that is not merged */
    public void undo(Actor by, String code) {
        by.mustHave(Permission.TICKETS_REPLY);
        Ticket wanted = tickets.readable(by, code);
        UUID into = wanted.mergedInto();
        if (into == null) {
            throw notMerged();
        }
        Tickets.Pair pair = tickets.lockBoth(by, wanted.id(), into);
        Ticket source = pair.one();
        tickets.mustSee(by, source);
        MergeStore.Merge merge = merges.find(by.workspace(), source.id())
                .filter(found -> found.target().equals(into))
                .orElseThrow(TicketMerging::notMerged);
        part(by, source, pair.other(), merge);
    }

    private void join(Actor by, Ticket source, Ticket target) {
        UUID workspace = by.workspace();
        Instant now = clock.instant();
        UUID agent = by.isAgent() ? by.id() : null;
        merges.moveMessages(workspace, source.id(), target.id());
        drafts.move(workspace, source.id(), target.id());
        List<UUID> gainedTags = gainTags(by, source, target);
        List<String> gainedPeople = gainPeople(by, source, target);
        merges.insert(workspace, new MergeStore.Merge(source.id(), target.id(), now, gainedTags, gainedPeople));
        store.mergeAway(by, source, target.id());
        log.write(
                by,
                new TicketMerged(
                        source.id(),
                        agent,
                        source.customer(),
                        source.department(),
                        source.channel().code(),
                        target.id()),
                now);
        log.write(
                by,
                new TicketAbsorbed(
                        target.id(),
                        agent,
                        target.department(),
                        target.channel().code(),
                        source.id()),
                now);
        store.update(by, target, target.withThread(messages.sums(workspace, target.id())));
    }

    private void part(Actor by, Ticket source, Ticket target, MergeStore.Merge merge) {
        UUID workspace = by.workspace();
        Instant now = clock.instant();
        UUID agent = by.isAgent() ? by.id() : null;
        merges.moveMessagesBack(workspace, source.id(), target.id());
        if (!merge.tags().isEmpty()) {
            List<UUID> worn = tags.of(workspace, target.id());
            tags.remove(workspace, target.id(), merge.tags());
            merge.tags().stream()
                    .filter(worn::contains)
                    .forEach(
                            tag -> log.write(by, new TicketUntagged(target.id(), null, target.department(), tag), now));
        }
        if (!merge.participants().isEmpty()) {
            participants.remove(by, target, merge.participants());
        }
        merges.delete(workspace, source.id());
        store.bringBack(by, source);
        log.write(
                by,
                new TicketUnmerged(
                        source.id(),
                        agent,
                        source.customer(),
                        source.department(),
                        source.channel().code(),
                        target.id()),
                now);
        log.write(
                by,
                new TicketReleased(
                        target.id(),
                        agent,
                        target.department(),
                        target.channel().code(),
                        source.id()),
                now);
        store.update(by, target, target.withThread(messages.sums(workspace, target.id())));
    }

    /** The facts name no agent: nobody tagged by hand. */
    private List<UUID> gainTags(Actor by, Ticket source, Ticket target) {
        Set<UUID> worn = new LinkedHashSet<>(tags.of(by.workspace(), target.id()));
        List<UUID> gained = new ArrayList<>();
        for (UUID tag : tags.of(by.workspace(), source.id())) {
            if (!worn.contains(tag) && worn.size() + gained.size() < TicketTagging.TAGS_PER_TICKET_MAX) {
                tags.put(by.workspace(), target, tag);
                log.write(
                        by,
                        new TicketTagged(
                                target.id(),
                                null,
                                target.department(),
                                target.channel().code(),
                                tag));
                gained.add(tag);
            }
        }
        return gained;
    }

    /** The source's customer and everybody in copy there are in copy here from now on. */
    private List<String> gainPeople(Actor by, Ticket source, Ticket target) {
        Set<String> people = new LinkedHashSet<>();
        Customer customer = customers.readable(by, source.customer());
        Optional.ofNullable(customer.email()).ifPresent(people::add);
        people.addAll(participants.of(by, source));
        List<String> gained = new ArrayList<>();
        for (String address : people) {
            boolean known = participants.knows(by, target, address);
            String name = address.equals(customer.email()) ? customer.name() : null;
            if (!known && participants.add(by, target, address, name)) {
                gained.add(address);
            }
        }
        return gained;
    }

    private static Refusal notMerged() {
        return Refusal.conflict("not-merged", "This ticket is not merged into another.");
    }
}
