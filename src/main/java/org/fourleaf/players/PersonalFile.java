package org.fourleaf.players;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.fourleaf.game.PersonalRecords;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what all modules of the game keep about one agent. */
@Component
@Transactional(readOnly = true)
class PersonalFile {

    private final List<PersonalRecords> modules;
    private final PersonalRecordsQuery query;
    private final Agents agents;

    PersonalFile(List<PersonalRecords> modules, PersonalRecordsQuery query, Agents agents) {
        this.modules = List.copyOf(modules);
        this.query = query;
        this.agents = agents;
    }

    /** @param reference an agent, or {@code me} */
    UUID about(Actor by, String reference) {
        UUID agent = reference.equals("me")
                ? by.agentId()
                : agents.readable(by, reference).id();
        if (!agent.equals(by.id())) {
            by.mustHave(Permission.AGENTS_MANAGE);
        }
        return agent;
    }

    void write(Actor by, UUID agent, OutputStream out) {
        for (PersonalRecords module : modules) {
            for (PersonalRecords.Table table : module.tables()) {
                if (table.confidential() && !agent.equals(by.id())) {
                    continue;
                }
                query.each(by.workspace(), agent, table, line -> line(out, line));
            }
        }
    }

    private static void line(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
