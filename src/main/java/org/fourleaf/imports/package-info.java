/**
 * Moving in and out: agents, customers, tickets and activities as streams of lines, in and out in the same format. Owns {@code import},
 * {@code import_error}, {@code import_key} (which outside id is what here) and {@code activity_words}. Calls every door, is called by
 * none; publishes {@code import.started}, {@code import.ended} and {@code export.made}. Good lines go in, bad ones are reported, the
 * same lines again change nothing.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "customers", "departments", "tickets"})
@NullMarked
package org.fourleaf.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
