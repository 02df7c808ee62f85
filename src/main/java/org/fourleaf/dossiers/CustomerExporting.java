package org.fourleaf.dossiers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fourleaf.customers.Customer;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.platform.log.Log;
import org.fourleaf.ratings.CustomersRatingsQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a customer everything that is theirs, as the law gives them the right to: {@code customer.json}, {@code ratings.json}, a folder a ticket with
 * {@code ticket.json}, {@code messages.json}, their files and the sources of their mails. What colleagues wrote is not theirs.
 */
@Component
class CustomerExporting {

    private static final int TICKETS_AT_ONCE = 100;
    private static final int FILE_NAME_LENGTH_MAX = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final SentQuery sent;
    private final CustomersRatingsQuery ratings;
    private final Blobs blobs;
    private final JsonMapper json;
    private final Log log;
    private final TransactionTemplate transaction;

    CustomerExporting(
            SentQuery sent,
            CustomersRatingsQuery ratings,
            Blobs blobs,
            JsonMapper json,
            Log log,
            TransactionTemplate transaction) {
        this.sent = sent;
        this.ratings = ratings;
        this.blobs = blobs;
        this.json = json;
        this.log = log;
        this.transaction = transaction;
    }

    /** Writes it down before the first byte leaves. */
    void begin(Actor by, Customer customer) {
        by.mustHave(Permission.CUSTOMERS_ERASE);
        transaction.executeWithoutResult(status -> log.write(by, new CustomerExported(customer.id())));
    }

    void write(Actor by, Customer customer, OutputStream to) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            put(zip, "customer.json", json.writeValueAsBytes(customer));
            put(zip, "ratings.json", json.writeValueAsBytes(ratings.of(by.workspace(), customer.id())));
            UUID after = BEFORE_ALL;
            List<SentQuery.SentTicket> page;
            do {
                page = sent.tickets(by.workspace(), customer.id(), customer.emails(), after, TICKETS_AT_ONCE);
                for (SentQuery.SentTicket ticket : page) {
                    ticket(by, customer, ticket, zip);
                    after = ticket.id();
                }
            } while (page.size() == TICKETS_AT_ONCE);
        }
    }

    private void ticket(Actor by, Customer customer, SentQuery.SentTicket ticket, ZipOutputStream zip)
            throws IOException {
        List<SentQuery.Sent> messages = sent.messages(by.workspace(), ticket.id(), customer.id(), customer.emails());
        String folder = "tickets/" + ticket.code() + "/";
        ArrayNode told = json.createArrayNode();
        for (SentQuery.Sent message : messages) {
            List<SentQuery.SentFile> files = sent.files(by.workspace(), message.id());
            told.add(told(message, files));
            for (SentQuery.SentFile file : files) {
                copy(by, file.hash(), folder + "files/" + place(file), zip);
            }
            if (message.source() != null) {
                copy(by, message.source(), folder + "mails/" + message.id() + ".eml", zip);
            }
        }
        ObjectNode about = json.createObjectNode();
        about.put("code", ticket.code());
        about.put("subject", ticket.subject());
        about.put("created_at", ticket.createdAt().toString());
        about.set("fields", json.readTree(ticket.fields()));
        put(zip, folder + "ticket.json", json.writeValueAsBytes(about));
        put(zip, folder + "messages.json", json.writeValueAsBytes(told));
    }

    private ObjectNode told(SentQuery.Sent message, List<SentQuery.SentFile> files) {
        ObjectNode told = json.createObjectNode();
        told.put("id", message.id().toString());
        told.put("at", message.at().toString());
        told.put("from", message.from());
        told.put("text", message.text());
        told.put("html", message.html());
        ArrayNode names = told.putArray("files");
        files.forEach(file -> names.add("files/" + place(file)));
        return told;
    }

    /** Its id keeps names apart and tricks out; the name is only for people. */
    private static String place(SentQuery.SentFile file) {
        String name =
                Texts.line(file.name()).replaceAll("[^\\p{L}\\p{N} ._-]", "_").replaceAll("\\.{2,}", ".");
        return file.id() + "-" + Texts.cut(name, FILE_NAME_LENGTH_MAX);
    }

    private void copy(Actor by, byte[] hash, String name, ZipOutputStream zip) throws IOException {
        try (InputStream content = blobs.open(by.workspace(), hash)) {
            zip.putNextEntry(new ZipEntry(name));
            content.transferTo(zip);
            zip.closeEntry();
        } catch (NoSuchFileException e) {
            put(zip, name + ".missing", new byte[0]);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
