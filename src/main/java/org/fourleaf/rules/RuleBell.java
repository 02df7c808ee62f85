package org.fourleaf.rules;

import org.fourleaf.platform.work.WorkerBell;
import org.springframework.stereotype.Component;

/** Wakes the worker of rules. */
@Component
class RuleBell extends WorkerBell {}
