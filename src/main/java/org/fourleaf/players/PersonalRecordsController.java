package org.fourleaf.players;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Everything the game keeps about one agent, as a file. */
@RestController
class PersonalRecordsController {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalRecordsController.class);
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int CUT_OFF = 500;

    private final PersonalFile file;

    PersonalRecordsController(PersonalFile file) {
        this.file = file;
    }

    /** NDJSON, one record a line, each with its {@code section}. Agents get their own; who manages agents, anybody's. */
    @GetMapping("/api/v1/game/agents/{agent}/records")
    void records(Actor by, @PathVariable String agent, HttpServletResponse response) throws IOException {
        UUID subject = file.about(by, agent);
        response.setContentType("application/x-ndjson");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"game.ndjson\"");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER_BYTES);
        try {
            file.write(by, subject, out);
            out.flush();
        } catch (RuntimeException e) {
            LOG.error("An export of an agent's game broke off", e);
            response.sendError(CUT_OFF);
        }
    }
}
