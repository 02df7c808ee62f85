package org.fourleaf.dossiers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.fourleaf.customers.Companies;
import org.fourleaf.customers.Customer;
import org.fourleaf.customers.Customers;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.TicketCard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What there is about a customer or company, over HTTP. */
@RestController
class DossierController {

    private static final Logger LOG = LoggerFactory.getLogger(DossierController.class);
    private static final int BUFFER_BYTES = 64 * 1024;
    /** Jetty's word for cutting the connection, so that half a file is not taken for a whole one. */
    private static final int CUT_OFF = -1;

    private final Customers customers;
    private final Companies companies;
    private final TicketsOfQuery tickets;
    private final TimelineQuery timeline;
    private final CustomerExporting exporting;

    DossierController(
            Customers customers,
            Companies companies,
            TicketsOfQuery tickets,
            TimelineQuery timeline,
            CustomerExporting exporting) {
        this.customers = customers;
        this.companies = companies;
        this.tickets = tickets;
        this.timeline = timeline;
        this.exporting = exporting;
    }

    @GetMapping("/api/v1/customers/{customer}/tickets")
    Page<TicketCard> ticketsOfCustomer(Actor by, @PathVariable String customer, Slice slice) {
        return tickets.customer(by, customers.readable(by, customer).id(), slice);
    }

    @GetMapping("/api/v1/companies/{company}/tickets")
    Page<TicketCard> ticketsOfCompany(Actor by, @PathVariable String company, Slice slice) {
        return tickets.company(by, companies.readable(by, company).id(), slice);
    }

    @GetMapping("/api/v1/customers/{customer}/timeline")
    Page<TimelineEntry> timeline(Actor by, @PathVariable String customer, Slice slice) {
        return timeline.page(by, customers.readable(by, customer).id(), slice);
    }

    /** A ZIP of all that is known of them and all they ever sent, files and mails included. */
    @GetMapping("/api/v1/customers/{customer}/export")
    void export(Actor by, @PathVariable String customer, HttpServletResponse response) throws IOException {
        Customer whose = customers.readable(by, customer);
        exporting.begin(by, whose);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customer-" + whose.id() + ".zip\"");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER_BYTES);
        try {
            exporting.write(by, whose, out);
            out.flush();
        } catch (RuntimeException e) {
            LOG.error("The export of a customer broke off", e);
            response.sendError(CUT_OFF);
        }
    }
}
