package org.fourleaf.imports;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Caller;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Moving in over HTTP: a stream of lines, answered when it has been read, to be followed by others meanwhile. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    static final String NDJSON = "application/x-ndjson";

    private final Importing importing;
    private final ImportStore store;

    ImportController(Importing importing, ImportStore store) {
        this.importing = importing;
        this.store = store;
    }

    @PostMapping(path = "/{kind}", consumes = NDJSON)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Import> run(Actor by, Caller caller, @PathVariable String kind, InputStream lines) {
        Import ended = importing.run(by, caller.isNarrowed(), ImportKind.named(kind), lines);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + ended.id()))
                .body(ended);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    Import one(Actor by, @PathVariable UUID id) {
        by.mustHave(Permission.IMPORTS_RUN);
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("import"));
    }

    @GetMapping
    @Transactional(readOnly = true)
    Page<Import> list(Actor by, Slice slice) {
        by.mustHave(Permission.IMPORTS_RUN);
        List<Import> found = store.page(by.workspace(), slice);
        return slice.page(found, last -> Cursor.of(last.id()));
    }
}
