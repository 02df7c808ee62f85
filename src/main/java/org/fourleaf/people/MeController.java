package org.fourleaf.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.Given;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What every agent may see and change of themselves. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> alias,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String language,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String theme,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> timeZone,
            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> signatureHtml,

            @Nullable @Size(max = AgentController.WORDS_MAX)
            List<@NotEmpty @Size(max = AgentController.WORD_LENGTH_MAX) String> languages) {}

    private final Agents agents;
    private final AgentEditing editing;
    private final Greetings greetings;

    MeController(Agents agents, AgentEditing editing, Greetings greetings) {
        this.agents = agents;
        this.editing = editing;
        this.greetings = greetings;
    }

    @GetMapping
    Greeting get(Actor by) {
        return greetings.of(by);
    }

    @PatchMapping
    Greeting change(Actor by, @Valid @RequestBody Change change) {
        Agent was = agents.readable(by, by.agentId());
        editing.changeSelf(by, was, changed(was, change));
        return greetings.of(by);
    }

    private static Agent changed(Agent was, Change change) {
        return new Agent(
                was.id(),
                was.email(),
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                AgentController.line(change.alias.or(was.alias())),
                was.role(),
                change.language == null ? was.language() : AgentWords.uiLanguage(change.language, "/language"),
                change.theme == null ? was.theme() : AgentWords.theme(change.theme),
                change.timeZone
                        .map(zone -> AgentWords.timeZone(zone, "/time_zone"))
                        .or(was.timeZone()),
                Texts.orNull(change.signatureHtml.or(was.signatureHtml())),
                change.languages == null ? was.languages() : change.languages,
                was.skills(),
                was.active(),
                was.erasedAt(),
                was.createdAt(),
                was.version());
    }
}
