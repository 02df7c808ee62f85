package org.fourleaf.tickets;

import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who can be named in a ticket's notes. */
@RestController
class MentionController {

    private final NoteMentions mentions;

    MentionController(NoteMentions mentions) {
        this.mentions = mentions;
    }

    @GetMapping("/api/v1/tickets/{code}/mentionable")
    Page<PersonName> list(Actor by, @PathVariable String code) {
        return new Page<>(mentions.mentionable(by, code), null);
    }
}
