package org.fourleaf.massactions;

import org.fourleaf.platform.work.WorkerBell;
import org.springframework.stereotype.Component;

/** Wakes the worker of mass actions. */
@Component
class MassActionBell extends WorkerBell {}
