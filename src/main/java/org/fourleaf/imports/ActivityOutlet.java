package org.fourleaf.imports;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.imports.ActivityOutletQuery.Spoken;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityWords;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Activities as lines, in the order in which they were recorded: all kinds that can be brought in again. */
@Component
class ActivityOutlet implements Outlet {

    private final ActivityOutletQuery query;

    ActivityOutlet(ActivityOutletQuery query) {
        this.query = query;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ACTIVITIES;
    }

    @Override
    public void write(Actor by, Range range, Sink sink) throws IOException {
        long after = 0;
        for (List<Recorded> page = query.page(by.workspace(), range, after);
                !page.isEmpty();
                page = query.page(by.workspace(), range, after)) {
            Spoken spoken = query.spoken(by.workspace(), page);
            for (Recorded recorded : page) {
                sink.line(line(recorded, spoken));
            }
            after = page.getLast().seq();
        }
    }

    private static ObjectNode line(Recorded recorded, Spoken spoken) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        JsonNode externalId = recorded.facts().get("external_id");
        line.put(
                "external_id",
                recorded.imported() && externalId != null
                        ? externalId.stringValue()
                        : ActivityId.of(recorded.workspace(), recorded.seq()));
        line.put("at", recorded.at().toString());
        line.put("kind", recorded.kind().stored());
        put(line, "agent", recorded.agent(), spoken.names());
        put(line, "department", recorded.department(), spoken.names());
        if (recorded.channel() != null) {
            line.put("channel", Channel.ofCode(recorded.channel()).json());
        }
        if (recorded.ticket() != null) {
            line.put(
                    "ticket",
                    spoken.names()
                            .getOrDefault(recorded.ticket(), recorded.ticket().toString()));
        }
        put(line, "customer", recorded.customer(), spoken.names());
        for (ActivityForm.Part part :
                Objects.requireNonNullElse(ActivityForm.of(recorded.kind()), List.<ActivityForm.Part>of())) {
            JsonNode fact = recorded.facts().get(part.name());
            if (fact != null && !fact.isNull()) {
                putPart(line, part, fact, spoken);
            }
        }
        ActivityWords.Words words = spoken.wordsOf(recorded);
        if (words != null) {
            OutletFields.putUnlessNull(line, "number", words.number());
            OutletFields.putUnlessNull(line, "comment", words.comment());
        }
        return line;
    }

    private static void putPart(ObjectNode line, ActivityForm.Part part, JsonNode fact, Spoken spoken) {
        switch (part.type()) {
            case AGENT, DEPARTMENT, TAG -> put(line, part.name(), Spoken.id(fact), spoken.names());
            case SECONDS, COUNT, AMOUNT, CURRENCY, WORD, DIRECTION, ANSWERS, STATUS, RATING, STATE, CSAT, NPS, CES ->
                line.set(part.name(), fact);
        }
    }

    private static void put(ObjectNode line, String name, @Nullable UUID id, Map<UUID, String> names) {
        if (id != null) {
            OutletFields.putUnlessNull(line, name, names.get(id));
        }
    }
}
