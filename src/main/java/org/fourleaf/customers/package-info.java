/**
 * Who writes and calls, and whom they work for: customers and companies. Owns {@code customer}, {@code customer_address} and
 * {@code company} (made by db/migration/people, where they came from). Publishes {@link org.fourleaf.customers.CustomerChanged}; listens
 * to nothing. Others come in by the doors {@link org.fourleaf.customers.Customers} and {@link org.fourleaf.customers.Companies}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "fields"})
@NullMarked
package org.fourleaf.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
