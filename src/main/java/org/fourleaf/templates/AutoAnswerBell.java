package org.fourleaf.templates;

import org.fourleaf.platform.work.WorkerBell;
import org.springframework.stereotype.Component;

/** Wakes the worker of automatic answers. */
@Component
class AutoAnswerBell extends WorkerBell {}
