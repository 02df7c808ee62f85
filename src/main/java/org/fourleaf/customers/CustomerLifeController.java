package org.fourleaf.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How a customer goes: into another, or altogether. And the groups they are in. */
@RestController
class CustomerLifeController {

    /** @param into by id or address */
    record Merge(
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String into) {}

    private final Customers customers;
    private final CustomerMerging merging;
    private final CustomerErasing erasing;
    private final CustomerFollowing following;

    CustomerLifeController(
            Customers customers, CustomerMerging merging, CustomerErasing erasing, CustomerFollowing following) {
        this.customers = customers;
        this.merging = merging;
        this.erasing = erasing;
        this.following = following;
    }

    /** All that is theirs is the other's from now on. Answers with the other. */
    @PutMapping("/api/v1/customers/{customer}/merge")
    ResponseEntity<Customer> merge(Actor by, @PathVariable String customer, @Valid @RequestBody Merge merge) {
        Customer from = customers.readable(by, customer);
        Customer into = customers
                .find(by, merge.into)
                .orElseThrow(() -> Refusal.invalid("/into", "There is no such customer."));
        following.soon(by.workspace(), merging.merge(by, from.id(), into.id()));
        Customer one = customers.readable(by, into.id());
        return ResponseEntity.ok().eTag(ETags.of(one.version())).body(one);
    }

    /** Takes everything about them away, for good; their tickets stay without names, addresses and words. Again does nothing. */
    @DeleteMapping("/api/v1/customers/{customer}")
    ResponseEntity<Void> erase(Actor by, @PathVariable String customer) {
        erasing.erase(by, customers.readable(by, customer).id())
                .ifPresent(work -> following.soon(by.workspace(), work));
        return ResponseEntity.noContent().build();
    }

    /** By name, with how many are in each. */
    @GetMapping("/api/v1/customer-groups")
    Page<CustomerListQuery.Group> groups(Actor by) {
        return new Page<>(customers.groups(by), null);
    }
}
