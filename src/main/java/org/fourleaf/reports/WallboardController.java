package org.fourleaf.reports;

import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A screen on the wall, over HTTP: what waits in each department the caller sees, who is there, what today brought. */
@RestController
@RequestMapping("/api/v1/wallboard")
class WallboardController {

    private final WallboardReading reading;
    private final Departments departments;

    WallboardController(WallboardReading reading, Departments departments) {
        this.reading = reading;
        this.departments = departments;
    }

    @GetMapping
    @Transactional(readOnly = true)
    WallboardReading.Wallboard read(Actor by) {
        return reading.read(by, departments.all(by));
    }
}
