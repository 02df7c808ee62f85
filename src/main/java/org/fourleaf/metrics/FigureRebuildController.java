package org.fourleaf.metrics;

import java.net.URI;
import org.fourleaf.platform.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counting all figures anew, over HTTP. */
@RestController
@RequestMapping("/api/v1/figures/rebuild")
class FigureRebuildController {

    private final FigureRebuilding rebuilding;

    FigureRebuildController(FigureRebuilding rebuilding) {
        this.rebuilding = rebuilding;
    }

    @GetMapping
    FigureRebuild find(Actor by) {
        return rebuilding.find(by);
    }

    @PostMapping
    ResponseEntity<FigureRebuild> begin(Actor by) {
        return ResponseEntity.created(URI.create("/api/v1/figures/rebuild")).body(rebuilding.begin(by));
    }
}
