package org.fourleaf.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.calendars.BusinessCalendars;
import org.fourleaf.calendars.BusinessHours;
import org.fourleaf.customers.Companies;
import org.fourleaf.customers.CustomerImporting;
import org.fourleaf.demo.Cast.Member;
import org.fourleaf.demo.Cast.Person;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.DepartmentEditing;
import org.fourleaf.departments.DepartmentJoining;
import org.fourleaf.departments.DepartmentRole;
import org.fourleaf.departments.Departments;
import org.fourleaf.email.MailboxEditing;
import org.fourleaf.email.Mailboxes;
import org.fourleaf.people.AgentImporting;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.tickets.Attachment;
import org.fourleaf.tickets.TicketImporting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the stage: departments, agents, customers, mailboxes, tags and files, each found when it is there already. */
@Component
class Stage {

    private static final long FILE_BYTES_MAX = 5_000_000;

    private final Departments departments;
    private final DepartmentEditing departmentEditing;
    private final DepartmentJoining joining;
    private final BusinessCalendars calendars;
    private final Agents agents;
    private final AgentImporting agentImporting;
    private final Companies companies;
    private final CustomerImporting customers;
    private final TicketImporting tickets;
    private final Mailboxes mailboxes;
    private final MailboxEditing mailboxEditing;
    private final Blobs blobs;

    Stage(
            Departments departments,
            DepartmentEditing departmentEditing,
            DepartmentJoining joining,
            BusinessCalendars calendars,
            Agents agents,
            AgentImporting agentImporting,
            Companies companies,
            CustomerImporting customers,
            TicketImporting tickets,
            Mailboxes mailboxes,
            MailboxEditing mailboxEditing,
            Blobs blobs) {
        this.departments = departments;
        this.departmentEditing = departmentEditing;
        this.joining = joining;
        this.calendars = calendars;
        this.agents = agents;
        this.agentImporting = agentImporting;
        this.companies = companies;
        this.customers = customers;
        this.tickets = tickets;
        this.mailboxes = mailboxes;
        this.mailboxEditing = mailboxEditing;
        this.blobs = blobs;
    }

    /** The files' bytes first: they must be durable before a row names them. */
    Map<String, Blobs.Blob> store(UUID workspace, Company company) {
        Set<String> names = new HashSet<>();
        company.scripts()
                .values()
                .forEach(scripts ->
                        scripts.forEach(script -> script.turns().forEach(turn -> names.addAll(turn.files()))));
        Map<String, Blobs.Blob> stored = new HashMap<>();
        try {
            for (String name : names) {
                byte[] bytes = DemoFile.of(name).bytes();
                stored.put(name, blobs.write(workspace, new ByteArrayInputStream(bytes), FILE_BYTES_MAX));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stored;
    }

    /** @param chance draws the same ids every time, so that an interrupted filling goes on with the same people */
    @Transactional
    Cast set(Actor by, Company company, Actor owner, Map<String, Blobs.Blob> stored, Instant now, Chance chance) {
        Map<String, UUID> sections = sections(by, company);
        List<Member> members = members(by, company, sections, now, chance);
        Map<String, Person> people = people(by, company, now, chance);
        Map<String, UUID> tags = new HashMap<>();
        company.scripts()
                .values()
                .forEach(scripts -> scripts.forEach(script ->
                        script.tags().forEach(tag -> tags.computeIfAbsent(tag, name -> tickets.tag(by, name)))));
        Map<String, Attachment> files = new HashMap<>();
        stored.forEach((name, blob) -> {
            blobs.record(by, blob);
            files.put(name, attachment(name, blob));
        });
        return new Cast(sections, hours(by, sections.values()), members, people, tags, files, host(owner, company));
    }

    private Map<UUID, BusinessHours> hours(Actor by, Collection<UUID> sections) {
        Map<UUID, BusinessHours> hours = new HashMap<>();
        sections.forEach(section -> calendars.hoursOf(by, section).ifPresent(found -> hours.put(section, found)));
        return hours;
    }

    private static Attachment attachment(String name, Blobs.Blob blob) {
        String type = name.endsWith(".pdf") ? "application/pdf" : name.endsWith(".png") ? "image/png" : "image/jpeg";
        return new Attachment(new UUID(0, 0), name, type, blob.size(), false, blob.hash(), null, null);
    }

    /** Whoever signed up sits in every department. */
    void welcome(Actor by, Actor owner) {
        Set<String> joined = new HashSet<>();
        departments
                .namesByAgent(by, List.of(owner.agentId()))
                .values()
                .forEach(names -> names.forEach(name -> joined.add(Texts.key(name))));
        departments.all(by).stream()
                .filter(department -> !joined.contains(Texts.key(department.name())))
                .forEach(department -> joining.join(by, department.id(), owner.agentId(), DepartmentRole.LEAD, true));
    }

    private Map<String, UUID> sections(Actor by, Company company) {
        Map<String, UUID> ids = new HashMap<>();
        Set<String> addresses = new HashSet<>();
        mailboxes.all(by).forEach(mailbox -> addresses.add(mailbox.address()));
        for (Company.Section section : company.staff().departments()) {
            UUID id = departments.find(by, section.name()).orElseGet(() -> departmentEditing.add(by, made(section)));
            ids.put(section.key(), id);
            if (!addresses.contains(section.mailbox())) {
                mailboxEditing.add(by, section.mailbox(), section.name(), id);
            }
        }
        return ids;
    }

    private static Department made(Company.Section section) {
        Department plain = Departments.named(Ids.next(), section.name(), false);
        return new Department(
                plain.id(),
                plain.name(),
                section.description(),
                plain.access(),
                null,
                plain.reopenDays(),
                false,
                plain.toSolve(),
                plain.solveOrder(),
                plain.routing(),
                null,
                null,
                null,
                plain.afterChat(),
                plain.afterCall(),
                plain.rating(),
                List.of(),
                1);
    }

    private List<Member> members(Actor by, Company company, Map<String, UUID> sections, Instant now, Chance chance) {
        List<Member> members = new ArrayList<>();
        Instant from = now.minus(Season.LENGTH);
        for (Company.Colleague who : company.staff().agents()) {
            UUID id = agents.find(by, who.email()).map(agent -> agent.id()).orElse(chance.id(from));
            agentImporting.put(
                    by,
                    new AgentImporting.Arriving(
                            id,
                            who.email(),
                            who.name(),
                            who.alias(),
                            // The owner is whoever signed up.
                            who.role().equals("owner") ? "admin" : who.role(),
                            who.languages().getFirst(),
                            who.shift().timeZone().getId(),
                            who.languages(),
                            who.skills(),
                            null),
                    agentImporting.reachOfTheDemonstration());
            for (Company.Place place : who.departments()) {
                joining.join(
                        by,
                        Objects.requireNonNull(sections.get(place.department())),
                        id,
                        DepartmentRole.valueOf(place.role().toUpperCase(Locale.ROOT)),
                        !place.role().equals("reader"));
            }
            Rota rota = Rota.of(who, company.pauses(), from, now.plus(java.time.Duration.ofDays(1)), chance.apart());
            members.add(new Member(id, who.name(), who, rota));
        }
        return members;
    }

    private Map<String, Person> people(Actor by, Company company, Instant now, Chance chance) {
        Map<String, CustomerImporting.Arriving> arriving = new HashMap<>();
        for (Company.Client client : company.clients()) {
            UUID works = client.company() == null
                    ? null
                    : companies.findOrAdd(by, client.company()).id();
            arriving.put(
                    client.email(),
                    new CustomerImporting.Arriving(
                            chance.id(now.minus(Season.LENGTH)),
                            List.of(client.email()),
                            client.name(),
                            works,
                            client.language(),
                            client.timeZone().getId(),
                            client.phone() == null ? List.of() : List.of(client.phone()),
                            client.groups(),
                            null,
                            null));
        }
        Map<String, CustomerImporting.Known> known = customers.findOrAdd(by, arriving);
        Map<String, Person> people = new HashMap<>();
        for (Company.Client client : company.clients()) {
            CustomerImporting.Known customer = Objects.requireNonNull(known.get(client.email()));
            people.put(client.key(), new Person(customer.id(), customer.company(), client));
        }
        return people;
    }

    private static Member host(Actor owner, Company company) {
        return new Member(
                owner.agentId(), owner.name(), company.staff().agents().getFirst(), new Rota());
    }
}
