package org.fourleaf.routing;

import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.web.Page;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Workload over HTTP, for those who lead a department or manage them all. */
@RestController
class WorkloadController {

    private final Departments departments;
    private final WorkloadReckoning reckoning;

    WorkloadController(Departments departments, WorkloadReckoning reckoning) {
        this.departments = departments;
        this.reckoning = reckoning;
    }

    /** Of every department the caller leads or manages. */
    @GetMapping("/api/v1/workload")
    @Transactional(readOnly = true)
    public Page<Workload> all(Actor by) {
        List<Workload> each = departments.all(by).stream()
                .filter(department -> leads(by, department))
                .map(department -> reckoning.of(by, department))
                .toList();
        return new Page<>(each, null);
    }

    @GetMapping("/api/v1/departments/{id}/workload")
    @Transactional(readOnly = true)
    public Workload one(Actor by, @PathVariable UUID id) {
        Department department = departments.readable(by, id);
        if (!leads(by, department)) {
            by.mustHave(Permission.DEPARTMENTS_MANAGE);
        }
        return reckoning.of(by, department);
    }

    private static boolean leads(Actor by, Department department) {
        return by.may(Permission.DEPARTMENTS_MANAGE) || by.may(Permission.REPORTS_ALL) || department.isLedBy(by.id());
    }
}
