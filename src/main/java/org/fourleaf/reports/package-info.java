/**
 * Reports: figures as tables of chosen columns by agent, department, channel and so on, compared with the period before, as JSON, CSV and
 * XLSX of the same numbers; those that are kept are shared and mailed. Owns {@code saved_report} and {@code report_mail}, nothing the
 * figures are made of.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments", "tickets", "metrics", "email"})
@NullMarked
package org.fourleaf.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
