package org.fourleaf.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Companies over HTTP, by id or name. */
@RestController
@RequestMapping("/api/v1/companies")
class CompanyController {

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String notes) {}

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> notes) {}

    private final Companies companies;

    CompanyController(Companies companies) {
        this.companies = companies;
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
        Company made = companies.add(by, Texts.name(wanted.name, "/name"), Texts.orNull(wanted.notes));
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
                Texts.orNull(change.notes.or(was.notes())),
                was.version());
        return answer(companies.change(by, wanted, ETags.expected(ifMatch)));
    }

    /** Its customers stay. */
    @DeleteMapping("/{company}")
    @Transactional
    public ResponseEntity<Void> delete(Actor by, @PathVariable String company) {
        companies.delete(by, companies.readable(by, company).id());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Company> answer(Company company) {
        return ResponseEntity.ok().eTag(ETags.of(company.version())).body(company);
    }
}
