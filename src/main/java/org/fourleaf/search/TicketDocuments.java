package org.fourleaf.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the documents of some tickets. A document is the ticket's head and its messages, so that words from the subject, the customer's
 * name and different messages are found together; a thread too long for one goes on in the next, with the head repeated.
 */
final class TicketDocuments {

    /** Marks of words that stand in a certain place. */
    static final String SUBJECT = "s=";

    static final String FROM = "f=";
    static final String TO = "t=";
    static final String CUSTOMER = "c=";
    static final String COMPANY = "o=";
    static final String TAG = "#=";
    /** Codes are no words: each is one of its kind, and a million of them would bury the vocabulary. */
    static final String CODE = "k=";

    private static final int MESSAGES_OF_A_PART_MAX = 64;
    private static final int WORDS_OF_A_PART_MAX = 12_000;
    private static final int PLACES_OF_A_PART_MAX = 14_000;

    /** What a ticket is beside its messages. */
    record Head(
            UUID ticket,
            String code,
            String subject,
            String customerName,
            List<String> customerAddresses,
            @Nullable String company,
            List<UUID> tags) {}

    /** One message with its files' names and words. Of very long ones the beginning. */
    record Said(
            UUID ticket,
            boolean inward,
            String authorName,
            @Nullable String authorAddress,
            List<String> to,
            String text,
            @Nullable String files) {}

    /** Documents with so many words together are handed on before there are more. */
    private static final int WORDS_TOGETHER_MAX = 60_000;

    private final Map<UUID, Head> heads = new LinkedHashMap<>();
    private final Map<String, List<Word>> names = new HashMap<>();
    private final Consumer<List<DocumentStore.Document>> each;
    private List<DocumentStore.Document> documents = new ArrayList<>();
    private int together;
    private @Nullable UUID ticket;
    private WordVector words = new WordVector();
    private int part;
    private int messages;

    /** @param each given the documents, all parts of a ticket at once */
    TicketDocuments(Consumer<List<DocumentStore.Document>> each) {
        this.each = each;
    }

    void head(Head head) {
        heads.put(head.ticket, head);
    }

    private static WordVector vector(Head head) {
        WordVector vector = new WordVector();
        vector.mark(SUBJECT, vector.add(head.subject));
        vector.mark(CODE, key(head.code));
        List<Word> customer = new ArrayList<>(vector.add(head.customerName));
        for (String address : head.customerAddresses) {
            customer.addAll(vector.add(address));
            vector.mark(FROM, key(address));
            vector.mark(CUSTOMER, key(address));
        }
        vector.mark(FROM, customer);
        vector.mark(CUSTOMER, customer);
        if (head.company != null) {
            vector.mark(COMPANY, vector.add(head.company));
        }
        head.tags.forEach(tag -> vector.mark(TAG, tag.toString()));
        return vector;
    }

    /** Messages come ticket by ticket, in the order they were written down. */
    void message(Said said) {
        Head head = heads.get(said.ticket);
        if (head == null) {
            return;
        }
        if (!said.ticket.equals(ticket)) {
            close();
            ticket = said.ticket;
            part = 0;
            begin(head);
        } else if (messages >= MESSAGES_OF_A_PART_MAX
                || words.size() > WORDS_OF_A_PART_MAX
                || words.end() > PLACES_OF_A_PART_MAX) {
            made(said.ticket, part++, words);
            begin(head);
        }
        messages++;
        words.add(said.text);
        if (said.files != null) {
            words.add(said.files);
        }
        // Customers are found by their names anywhere; agents by from: only, or each name would find all they ever
        // answered.
        words.mark(FROM, said.inward ? words.add(said.authorName) : name(said.authorName));
        if (said.authorAddress != null) {
            words.mark(FROM, key(said.authorAddress));
            words.mark(FROM, said.inward ? words.add(said.authorAddress) : name(said.authorAddress));
        }
        said.to.forEach(address -> {
            words.mark(TO, key(address));
            words.mark(TO, name(address));
        });
    }

    void finish() {
        close();
        // Tickets without a message have a head.
        heads.values().forEach(head -> made(head.ticket, 0, vector(head)));
        each.accept(documents);
    }

    /** The same few agents and mailboxes are named over and over. */
    private List<Word> name(String text) {
        return names.computeIfAbsent(text, WordCutting::cut);
    }

    private void made(UUID id, int number, WordVector of) {
        documents.add(new DocumentStore.Document(id, number, of));
        together += of.size();
    }

    static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private void begin(Head head) {
        words = vector(head);
        messages = 0;
    }

    private void close() {
        if (ticket == null) {
            return;
        }
        made(ticket, part, words);
        heads.remove(ticket);
        ticket = null;
        if (together > WORDS_TOGETHER_MAX) {
            each.accept(documents);
            documents = new ArrayList<>();
            together = 0;
        }
    }
}
