package org.fourleaf.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fourleaf.fields.FieldSubject;
import org.fourleaf.fields.FieldValues;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Companies over HTTP, by id or name. */
@RestController
@RequestMapping("/api/v1/companies")
class CompanyController {

    private static final int DOMAINS_MAX = 50;
    private static final int DOMAIN_LENGTH_MAX = 253;
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Size(max = DOMAINS_MAX) List<@NotBlank @Size(max = DOMAIN_LENGTH_MAX) String> domains,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String notes,

            @Nullable ObjectNode fields) {}

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(max = DOMAINS_MAX) List<@NotBlank @Size(max = DOMAIN_LENGTH_MAX) String> domains,
            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> notes,
            @Nullable ObjectNode fields) {}

    /** @param into by id or name */
    record Merge(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String into) {}

    private final Companies companies;
    private final CompanyFollowing following;
    private final FieldValues values;

    CompanyController(Companies companies, CompanyFollowing following, FieldValues values) {
        this.companies = companies;
        this.following = following;
        this.values = values;
    }

    @GetMapping
    Page<Company> list(Actor by, @RequestParam @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String q, Slice slice) {
        return companies.page(by, q, slice);
    }

    @GetMapping("/{company}")
    ResponseEntity<Company> get(Actor by, @PathVariable String company) {
        return answer(companies.readable(by, company));
    }

    @PostMapping
    ResponseEntity<Company> add(Actor by, @Valid @RequestBody Wanted wanted) {
        Company made = companies.add(
                by,
                new Company(
                        Ids.next(),
                        Texts.name(wanted.name, "/name"),
                        wanted.domains == null ? List.of() : domains(wanted.domains),
                        Texts.orNull(wanted.notes),
                        fields(by, JsonNodeFactory.instance.objectNode(), wanted.fields),
                        1));
        return ResponseEntity.created(URI.create("/api/v1/companies/" + made.id()))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @PatchMapping("/{company}")
    @Transactional
    public ResponseEntity<Company> change(
            Actor by,
            @PathVariable String company,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        Company was = companies.readable(by, company);
        Company wanted = new Company(
                was.id(),
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                change.domains == null ? was.domains() : domains(change.domains),
                Texts.orNull(change.notes.or(was.notes())),
                fields(by, was.fields(), change.fields),
                was.version());
        return answer(companies.change(by, wanted, ETags.expected(ifMatch)));
    }

    /**
     * Its customers, their tickets and its domains are the other's from now on; it is gone. Answers with the other. Of many tickets the
     * last follow some moments later.
     */
    @PutMapping("/{company}/merge")
    ResponseEntity<Company> merge(Actor by, @PathVariable String company, @Valid @RequestBody Merge merge) {
        UUID into = companies
                .find(by, merge.into)
                .map(Company::id)
                .orElseThrow(() -> Refusal.invalid("/into", "There is no such company."));
        following.soon(
                by.workspace(),
                companies.merge(by, companies.readable(by, company).id(), into));
        return answer(companies.readable(by, into.toString()));
    }

    /** Its customers stay. */
    @DeleteMapping("/{company}")
    ResponseEntity<Void> delete(Actor by, @PathVariable String company) {
        following.soon(
                by.workspace(),
                companies.delete(by, companies.readable(by, company).id()));
        return ResponseEntity.noContent().build();
    }

    private ObjectNode fields(Actor by, ObjectNode was, @Nullable ObjectNode given) {
        return given == null ? was : values.merged(by, FieldSubject.COMPANY, was, given);
    }

    private static List<String> domains(List<String> given) {
        Set<String> domains = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String domain = given.get(i).strip().toLowerCase(Locale.ROOT);
            if (!DOMAIN.matcher(domain).matches()) {
                throw Refusal.malformed("/domains/" + i, "This must be a domain such as example.com.");
            }
            domains.add(domain);
        }
        return List.copyOf(domains);
    }

    private static ResponseEntity<Company> answer(Company company) {
        return ResponseEntity.ok().eTag(ETags.of(company.version())).body(company);
    }
}
