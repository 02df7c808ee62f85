package org.fourleaf.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.fields.FieldSubject;
import org.fourleaf.fields.FieldValues;
import org.fourleaf.people.AgentWords;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Customers over HTTP, by id or e-mail address. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerController {

    /** A company nobody works for. */
    private static final UUID NOBODYS = new UUID(0, 0);

    private static final int EMAILS_MAX = 50;
    private static final int PHONES_MAX = 50;
    private static final int GROUPS_MAX = 50;
    private static final int WORD_LENGTH_MAX = 100;

    /** A customer to be added. {@code email} and {@code emails} may both be given; {@code email} comes first. */
    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String email,
            @Nullable @Size(max = EMAILS_MAX) List<@NotEmpty @Size(max = Limits.EMAIL_LENGTH_MAX) String> emails,
            @Nullable @Size(max = PHONES_MAX) List<@NotEmpty @Size(max = WORD_LENGTH_MAX) String> phones,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String company,
            @Nullable @Size(max = WORD_LENGTH_MAX) String language,
            @Nullable @Size(max = WORD_LENGTH_MAX) String timeZone,
            @Nullable @Size(max = GROUPS_MAX) List<@NotEmpty @Size(max = WORD_LENGTH_MAX) String> groups,
            @Nullable ObjectNode fields,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String notes) {}

    /** Fields left out stay; a company, language, time zone or notes of null are taken away. */
    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(max = EMAILS_MAX) List<@NotEmpty @Size(max = Limits.EMAIL_LENGTH_MAX) String> emails,
            @Nullable @Size(max = PHONES_MAX) List<@NotEmpty @Size(max = WORD_LENGTH_MAX) String> phones,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> company,
            Given<@Size(max = WORD_LENGTH_MAX) String> language,
            Given<@Size(max = WORD_LENGTH_MAX) String> timeZone,
            @Nullable @Size(max = GROUPS_MAX) List<@NotEmpty @Size(max = WORD_LENGTH_MAX) String> groups,
            @Nullable ObjectNode fields,
            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> notes) {}

    private final Customers customers;
    private final CustomerEditing editing;
    private final Companies companies;
    private final FieldValues values;

    CustomerController(Customers customers, CustomerEditing editing, Companies companies, FieldValues values) {
        this.customers = customers;
        this.editing = editing;
        this.companies = companies;
        this.values = values;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public Page<Customer> list(
            Actor by,
            @RequestParam @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String q,
            @RequestParam @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String company,
            @RequestParam @Nullable @Size(max = WORD_LENGTH_MAX) String group,
            Slice slice) {
        UUID of = company == null
                ? null
                : companies.find(by, company).map(Company::id).orElse(NOBODYS);
        return customers.page(by, q, of, group, slice);
    }

    @GetMapping("/{customer}")
    ResponseEntity<Customer> get(Actor by, @PathVariable String customer) {
        return answer(customers.readable(by, customer));
    }

    @PostMapping
    @Transactional
    public ResponseEntity<Customer> add(Actor by, @Valid @RequestBody Wanted wanted) {
        Customer made = editing.add(by, customer(by, wanted));
        return ResponseEntity.created(URI.create("/api/v1/customers/" + made.id()))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @PatchMapping("/{customer}")
    @Transactional
    public ResponseEntity<Customer> change(
            Actor by,
            @PathVariable String customer,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        Customer seen = customers.readable(by, customer);
        Customer was = editing.forChange(by, seen.id(), ETags.expected(ifMatch));
        return answer(editing.change(by, was, changed(by, was, change)));
    }

    private static ResponseEntity<Customer> answer(Customer customer) {
        return ResponseEntity.ok().eTag(ETags.of(customer.version())).body(customer);
    }

    private Customer customer(Actor by, Wanted wanted) {
        List<String> emails = new ArrayList<>();
        if (wanted.email != null) {
            emails.add(EmailAddress.of(wanted.email, "/email"));
        }
        emails.addAll(emails(wanted.emails == null ? List.of() : wanted.emails));
        return new Customer(
                Ids.next(),
                null,
                List.copyOf(new LinkedHashSet<>(emails)),
                PhoneNumbers.all(Objects.requireNonNullElse(wanted.phones, List.of()), "/phones"),
                Texts.name(wanted.name, "/name"),
                company(by, wanted.company),
                Texts.orNull(wanted.language),
                wanted.timeZone == null ? null : AgentWords.timeZone(wanted.timeZone, "/time_zone"),
                groups(Objects.requireNonNullElse(wanted.groups, List.of())),
                fields(by, JsonNodeFactory.instance.objectNode(), wanted.fields),
                Texts.orNull(wanted.notes),
                null,
                1);
    }

    private Customer changed(Actor by, Customer was, Change change) {
        return new Customer(
                was.id(),
                was.email(),
                change.emails == null ? was.emails() : emails(change.emails),
                change.phones == null ? was.phones() : PhoneNumbers.all(change.phones, "/phones"),
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                change.company.present() ? company(by, change.company.value()) : was.company(),
                Texts.orNull(change.language.or(was.language())),
                change.timeZone
                        .map(zone -> AgentWords.timeZone(zone, "/time_zone"))
                        .or(was.timeZone()),
                change.groups == null ? was.groups() : groups(change.groups),
                fields(by, was.fields(), change.fields),
                Texts.orNull(change.notes.or(was.notes())),
                null,
                was.version());
    }

    /** By id or name; one named but unknown is made, as imports do. */
    private Customer.@Nullable CompanyName company(Actor by, @Nullable String reference) {
        if (reference == null || reference.isBlank()) {
            return null;
        }
        Company company = companies.findOrAdd(by, reference);
        return new Customer.CompanyName(company.id(), company.name());
    }

    /** Each once, whatever its case. */
    private static List<String> groups(List<String> typed) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (int i = 0; i < typed.size(); i++) {
            String group = Texts.name(typed.get(i), "/groups/" + i);
            groups.putIfAbsent(Texts.key(group), group);
        }
        return List.copyOf(groups.values());
    }

    private static List<String> emails(List<String> typed) {
        Set<String> emails = new LinkedHashSet<>();
        for (int i = 0; i < typed.size(); i++) {
            emails.add(EmailAddress.of(typed.get(i), "/emails/" + i));
        }
        return List.copyOf(emails);
    }

    private ObjectNode fields(Actor by, ObjectNode was, @Nullable ObjectNode given) {
        return given == null ? was : values.merged(by, FieldSubject.CUSTOMER, was, given);
    }
}
