package org.fourleaf.ratings;

import java.time.Instant;
import org.fourleaf.customers.Customers;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a customer wants no surveys, over HTTP: as they said on the page, or told an agent. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/survey-refusal")
class SurveyRefusalController {

    /** @param since none while they may be asked */
    record Refusal(@Nullable Instant since) {}

    private final SurveyRefusing refusing;
    private final Customers customers;

    SurveyRefusalController(SurveyRefusing refusing, Customers customers) {
        this.refusing = refusing;
        this.customers = customers;
    }

    @GetMapping
    Refusal get(Actor by, @PathVariable String customer) {
        return new Refusal(
                refusing.since(by, customers.readable(by, customer).id()).orElse(null));
    }

    @PutMapping
    Refusal refuse(Actor by, @PathVariable String customer) {
        refusing.refuse(by, customers.readable(by, customer).id());
        return get(by, customer);
    }

    /** They may be asked again. */
    @DeleteMapping
    ResponseEntity<Void> takeBack(Actor by, @PathVariable String customer) {
        refusing.takeBack(by, customers.readable(by, customer).id());
        return ResponseEntity.noContent().build();
    }
}
